// What Swift cannot import of ncurses: macros, and variables that it takes for shared state.
#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H
#define NCURSES_WIDECHAR 1
#include <curses.h>

static inline WINDOW *nc_screen(void) { return stdscr; }
static inline int nc_colors(void) { return COLORS; }

static inline attr_t nc_bold(void) { return A_BOLD; }
static inline attr_t nc_underline(void) { return A_UNDERLINE; }
static inline attr_t nc_reverse(void) { return A_REVERSE; }

// One cell: a base and its marks, attributes, and a pair that may be larger than the attributes can carry.
static inline int nc_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
    return setcchar(cell, text, attributes, (short)(pair > 32767 ? 0 : pair), &pair);
}

static inline int nc_key_f(int number) { return KEY_F(number); }

static inline mmask_t nc_mouse_buttons(void) { return BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED; }
static inline int nc_is_click(mmask_t state) { return (state & BUTTON1_PRESSED) != 0; }
static inline int nc_is_wheel_up(mmask_t state) { return (state & BUTTON4_PRESSED) != 0; }
static inline int nc_is_wheel_down(mmask_t state) { return (state & BUTTON5_PRESSED) != 0; }
#endif
