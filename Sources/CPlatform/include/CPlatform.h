#ifndef VIGIL_CPLATFORM_H
#define VIGIL_CPLATFORM_H

#include "disk.h"
#include "thread.h"

#endif
