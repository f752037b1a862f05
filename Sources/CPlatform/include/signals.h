// Signals as bytes in a pipe, so that one poll waits for them beside everything else.
#ifndef CPLATFORM_SIGNALS_H
#define CPLATFORM_SIGNALS_H

// From now on a signal writes its number as one byte into fd, which must not block. Returns 0, or -1 and errno.
int vigil_signal_to_pipe(int signal, int fd);
// Ignores a signal. Returns 0, or -1 and errno.
int vigil_signal_ignore(int signal);
// After one of the ending signals TERM, INT, HUP, QUIT the process has this many seconds to end in order; then the
// terminal is given back and the process ends from within the alarm's handler. 0 takes the limit away.
void vigil_signal_deadline(unsigned seconds);
#endif
