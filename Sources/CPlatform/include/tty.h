// Terminals and pseudo-terminals, as far as the Glibc module does not show them.
#ifndef CPLATFORM_TTY_H
#define CPLATFORM_TTY_H
#include <stdint.h>

// Opens a pseudo-terminal of the given size and writes the name of its other end. Returns the master, or -1 and errno.
int vigil_pty_open(char *name, unsigned long capacity, unsigned short rows, unsigned short columns);
// Sets a terminal's size; its programs receive SIGWINCH. Returns 0, or -1 and errno.
int vigil_tty_resize(int fd, unsigned short rows, unsigned short columns);
// Reads a terminal's size. Returns 0, or -1 and errno.
int vigil_tty_size(int fd, unsigned short *rows, unsigned short *columns);
// The cells a character takes in the present locale: -1 not printable, 0, 1 or 2.
int vigil_wcwidth(uint32_t scalar);
// Whether the present locale writes characters as UTF-8.
int vigil_locale_is_utf8(void);
#endif
