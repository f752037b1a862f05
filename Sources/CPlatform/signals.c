#define _GNU_SOURCE
#include "signals.h"
#include "crash.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t pipe_fds[65];
static volatile sig_atomic_t deadline_seconds = 0;
static volatile sig_atomic_t ending_signal = 0;

static void out_of_time(int signal) {
    (void)signal;
    vigil_crash_restore_terminal();
    _exit(128 + ending_signal);
}

static void to_pipe(int signal) {
    int saved = errno;
    unsigned char byte = (unsigned char)signal;
    (void)!write(pipe_fds[signal], &byte, 1);
    int ends = signal == SIGTERM || signal == SIGINT || signal == SIGHUP || signal == SIGQUIT;
    if (ends && deadline_seconds > 0 && ending_signal == 0) {
        ending_signal = signal;
        alarm((unsigned)deadline_seconds);
    }
    errno = saved;
}

int vigil_signal_to_pipe(int signal, int fd) {
    if (signal < 1 || signal > 64) {
        errno = EINVAL;
        return -1;
    }
    pipe_fds[signal] = fd;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = to_pipe;
    sigfillset(&action.sa_mask);
    if (sigaction(signal, &action, 0) != 0) return -1;
    // Whoever started this program may have left the signal blocked, and would never know why it does not end.
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, signal);
    errno = pthread_sigmask(SIG_UNBLOCK, &only, 0);
    return errno == 0 ? 0 : -1;
}

int vigil_signal_ignore(int signal) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_IGN;
    return sigaction(signal, &action, 0);
}

void vigil_signal_deadline(unsigned seconds) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = out_of_time;
    sigaction(SIGALRM, &action, 0);
    deadline_seconds = (sig_atomic_t)seconds;
    if (seconds == 0) alarm(0);
}
