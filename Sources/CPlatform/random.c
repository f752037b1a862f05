#include "random.h"

#include <errno.h>
#include <sys/random.h>

int vigil_random(uint8_t *bytes, size_t count) {
    while (count > 0) {
        ssize_t got = getrandom(bytes, count, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errno;
        bytes += got;
        count -= (size_t)got;
    }
    return 0;
}
