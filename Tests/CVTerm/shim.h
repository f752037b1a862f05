// What Swift cannot import of libvterm: macros over a union.
#ifndef CVTERM_SHIM_H
#define CVTERM_SHIM_H
#include <vterm.h>

static inline int vt_is_indexed(const VTermColor *color) { return VTERM_COLOR_IS_INDEXED(color); }
static inline int vt_is_default_foreground(const VTermColor *color) { return VTERM_COLOR_IS_DEFAULT_FG(color); }
static inline int vt_is_default_background(const VTermColor *color) { return VTERM_COLOR_IS_DEFAULT_BG(color); }
static inline int vt_index(const VTermColor *color) { return color->indexed.idx; }
static inline unsigned vt_rgb(const VTermColor *color) {
    return (unsigned)color->rgb.red << 16 | (unsigned)color->rgb.green << 8 | color->rgb.blue;
}
#endif
