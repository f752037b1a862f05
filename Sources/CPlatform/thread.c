#define _GNU_SOURCE
#include "thread.h"

void vigil_name_thread(pthread_t thread, const char *name) {
    pthread_setname_np(thread, name);
}
