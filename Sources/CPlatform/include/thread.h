#ifndef VIGIL_THREAD_H
#define VIGIL_THREAD_H

#include <pthread.h>

/// Gives a thread the name that top and debuggers show, up to 15 bytes. Glibc hides it behind _GNU_SOURCE.
void vigil_name_thread(pthread_t thread, const char *name);

#endif
