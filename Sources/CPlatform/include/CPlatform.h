#ifndef VIGIL_CPLATFORM_H
#define VIGIL_CPLATFORM_H
#include "crash.h"
#include "disk.h"
#include "random.h"
#include "signals.h"
#include "socket.h"
#include "thread.h"
#include "tty.h"
#endif
