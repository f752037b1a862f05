#define _GNU_SOURCE
#include "socket.h"
#include <sys/socket.h>

long vigil_peer_uid(int fd) {
    struct ucred peer;
    socklen_t length = sizeof peer;
    if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0) return -1;
    return (long)peer.uid;
}
