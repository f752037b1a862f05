// Gives the terminal back when the program crashes. Everything here that runs in a handler is async-signal-safe.
#ifndef CPLATFORM_CRASH_H
#define CPLATFORM_CRASH_H

// Installs handlers for SEGV, BUS, ILL, TRAP, ABRT, FPE and SYS on a stack of their own. A handler restores the
// terminal if one is armed, then hands over to whoever handled the signal before: the Swift runtime's reporter.
// Must be called after the runtime started, so that its handlers are the ones that are chained to.
void vigil_crash_install(void);
// Keeps the terminal's settings and from now on restores them in a crash. While armed, standard error goes to
// report_fd (if not -1), so that the last words of the program do not land on the screen. Returns 0, or -1 and errno.
int vigil_crash_arm(int tty_fd, int report_fd, const char *last_line);
// Ends the arming: the terminal was given back in order, and standard error is the terminal's again.
void vigil_crash_disarm(void);
// Gives an armed terminal back at once: leaves the alternate screen, shows the cursor, ends mouse and paste modes,
// sets the settings found at arming. Does nothing the second time.
void vigil_crash_restore_terminal(void);
#endif
