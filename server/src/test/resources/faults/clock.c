/* Adds the seconds that the file $YTTERBY_CLOCK holds, a native 64-bit number, to the time of day.
   Intervals are left alone: no clock of a machine jumps in them. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static int (*real_gettime)(clockid_t, struct timespec *);
static volatile int64_t *shift;

__attribute__((constructor)) static void open_shift(void) {
    const char *path = getenv("YTTERBY_CLOCK");
    int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (file >= 0) {
        void *map = mmap(NULL, sizeof *shift, PROT_READ, MAP_SHARED, file, 0);
        shift = map == MAP_FAILED ? NULL : map;
        close(file);
    }
}

static time_t ahead(void) {
    return shift ? (time_t) *shift : 0;
}

int clock_gettime(clockid_t id, struct timespec *now) {
    if (!real_gettime) {
        real_gettime = (int (*)(clockid_t, struct timespec *)) dlsym(RTLD_NEXT, "clock_gettime");
    }
    int result = real_gettime(id, now);
    if (result == 0 && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE)) {
        now->tv_sec += ahead();
    }
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    struct timespec fine;
    int result = clock_gettime(CLOCK_REALTIME, &fine);
    (void) zone;
    now->tv_sec = fine.tv_sec;
    now->tv_usec = fine.tv_nsec / 1000;
    return result;
}

time_t time(time_t *result) {
    struct timespec fine;
    clock_gettime(CLOCK_REALTIME, &fine);
    if (result) {
        *result = fine.tv_sec;
    }
    return fine.tv_sec;
}
