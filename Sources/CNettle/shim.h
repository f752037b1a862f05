#ifndef CNETTLE_SHIM_H
#define CNETTLE_SHIM_H
#include <stddef.h>
#include <stdint.h>
#include <nettle/sha2.h>

// Ed25519 of RFC 8032, from libhogweed. Declared here because nettle's own header draws in that of gmp.
void nettle_ed25519_sha512_public_key(uint8_t *public_key, const uint8_t *seed);
void nettle_ed25519_sha512_sign(
    const uint8_t *public_key,
    const uint8_t *seed,
    size_t length,
    const uint8_t *message,
    uint8_t *signature
);
int nettle_ed25519_sha512_verify(
    const uint8_t *public_key,
    size_t length,
    const uint8_t *message,
    const uint8_t *signature
);
#endif
