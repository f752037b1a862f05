// What the Glibc module does not show of Unix sockets.
#ifndef CPLATFORM_SOCKET_H
#define CPLATFORM_SOCKET_H

// The user id of the process at the other end of a Unix socket, as the kernel knows it; -1 and errno on failure.
long vigil_peer_uid(int fd);
#endif
