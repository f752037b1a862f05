// The kernel's random generator, which the Glibc module does not show.
#ifndef CPLATFORM_RANDOM_H
#define CPLATFORM_RANDOM_H

#include <stddef.h>
#include <stdint.h>

// Fills bytes, waiting for the generator to be seeded. Returns 0, or errno.
int vigil_random(uint8_t *bytes, size_t count);

#endif
