#define _GNU_SOURCE
#include "crash.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS};
static struct sigaction earlier[65];
static struct termios settings;
static volatile sig_atomic_t tty = -1;
static volatile sig_atomic_t error_copy = -1;
static char line[1024];
static volatile sig_atomic_t line_length = 0;

// Ends synchronised output, mouse, focus and paste reports, colours; shows the cursor, frees the scroll region, ends
// application keys, leaves the alternate screen.
static const char restore[] =
    "\033[?2026l\033[?1006;1000l\033[?1004l\033[?2004l\033[0m\033[?25h\033[r\033[?1l\033>\033[?1049l";

void vigil_crash_restore_terminal(void) {
    int saved = errno;
    int fd = tty;
    if (fd < 0) return;
    tty = -1;
    // A terminal that takes nothing any more must not keep the process: what it does not take is lost.
    int flags = fcntl(fd, F_GETFL);
    if (flags >= 0) (void)fcntl(fd, F_SETFL, flags | O_NONBLOCK);
    (void)!write(fd, restore, sizeof restore - 1);
    (void)tcsetattr(fd, TCSANOW, &settings);
    if (flags >= 0) (void)fcntl(fd, F_SETFL, flags);
    if (error_copy >= 0) (void)dup2(error_copy, STDERR_FILENO);
    errno = saved;
}

static void crashed(int signal, siginfo_t *info, void *context) {
    (void)context;
    if (tty >= 0) {
        vigil_crash_restore_terminal();
        (void)!write(STDERR_FILENO, line, (size_t)line_length);
    }
    if (info->si_code == SI_USER) {
        // Another process sent it: there is no fault to report, and after a report nothing would fault again.
        struct sigaction ends;
        memset(&ends, 0, sizeof ends);
        ends.sa_handler = SIG_DFL;
        (void)sigaction(signal, &ends, 0);
    } else {
        (void)sigaction(signal, &earlier[signal], 0);
    }
    // Delivered when this returns, with the registers of the fault.
    (void)raise(signal);
}

void vigil_crash_install(void) {
    static int installed = 0;
    if (installed) return;
    installed = 1;
    size_t size = 256 * 1024;
    void *stack = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    if (stack != MAP_FAILED) {
        stack_t other = {.ss_sp = stack, .ss_size = size};
        (void)sigaltstack(&other, 0);
    }
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = crashed;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESETHAND;
    sigset_t unblocked;
    sigemptyset(&unblocked);
    for (unsigned i = 0; i < sizeof crashes / sizeof *crashes; i++) {
        (void)sigaction(crashes[i], &action, &earlier[crashes[i]]);
        sigaddset(&unblocked, crashes[i]);
    }
    // A blocked signal of this kind would end the program without its handler.
    (void)pthread_sigmask(SIG_UNBLOCK, &unblocked, 0);
}

int vigil_crash_arm(int tty_fd, int report_fd, const char *last_line) {
    if (tcgetattr(tty_fd, &settings) != 0) return -1;
    size_t length = strnlen(last_line, sizeof line);
    memcpy(line, last_line, length);
    line_length = (sig_atomic_t)length;
    if (report_fd >= 0) {
        error_copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
        if (error_copy < 0 || dup2(report_fd, STDERR_FILENO) < 0) return -1;
    }
    tty = tty_fd;
    return 0;
}

void vigil_crash_disarm(void) {
    tty = -1;
    if (error_copy >= 0) {
        (void)dup2(error_copy, STDERR_FILENO);
        (void)close(error_copy);
        error_copy = -1;
    }
}
