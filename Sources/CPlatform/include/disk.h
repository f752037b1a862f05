#ifndef VIGIL_DISK_H
#define VIGIL_DISK_H

#include <stdint.h>

/// Reserves blocks for a file without changing its size, so that the end of the file stays the end of the log.
/// Returns 0, or the errno value of the failure. Swift's Glibc module does not export fallocate.
int vigil_reserve(int descriptor, int64_t offset, int64_t length);

/// Takes the exclusive flock of an open file without waiting. Returns 0, or EWOULDBLOCK when another holder has it.
/// Swift sees only the structure of the same name.
int vigil_lock(int descriptor);

#endif
