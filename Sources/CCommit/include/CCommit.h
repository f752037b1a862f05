#ifndef CCOMMIT_H
#define CCOMMIT_H

#ifdef __cplusplus
extern "C" {
#endif

/// The first eight digits of the commit that the checkout stood at when this program was built; empty if it was built
/// outside of one.
const char *_Nonnull vigil_commit(void);

#ifdef __cplusplus
}
#endif

#endif
