/* Makes one call that writes fail, as a disk does: LD_PRELOAD it, and say by the control block when and how.
 *
 * Calls are counted over all processes that share the block, while it is armed, and only where they are of
 * a file below KNEEWISE_FAULTS_UNDER. SQLite's own tests do the same within SQLite.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { ONCE = 1, STICKY = 2, FULL = 3, KILL = 4 };

struct control {
    int64_t armed; /* counting */
    int64_t at;    /* which call fails, from 1; 0: none */
    int64_t mode;
    int64_t calls; /* so far */
};

static struct control *control;
static const char *under;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("KNEEWISE_FAULTS_CONTROL");
    under = getenv("KNEEWISE_FAULTS_UNDER");
    int file = path && under ? open(path, O_RDWR) : -1;
    if (file < 0) return;
    void *block = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (block != MAP_FAILED) control = block;
}

static int is_ours(const char *path) { return strncmp(path, under, strlen(under)) == 0; }

static int is_file_of_ours(int file) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_ours(path);
}

/* Whether this call fails; a disk that is full takes nothing more, and still settles what it has and lets go. */
static int fails(int grows) {
    int64_t call = __atomic_add_fetch(&control->calls, 1, __ATOMIC_SEQ_CST);
    if (!control->at || call < control->at) return 0;
    switch (control->mode) {
        case KILL: raise(SIGKILL); return 0;
        case ONCE: errno = EIO; return call == control->at;
        case STICKY: errno = EIO; return 1;
        default: errno = ENOSPC; return grows;
    }
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define OF_FILE(file, grows) (control && control->armed && is_file_of_ours(file) && fails(grows))
#define OF_PATH(path, grows) (control && control->armed && is_ours(path) && fails(grows))
#define OF_PATH_AT(folder, path, grows) \
    (control && control->armed && (path[0] == '/' ? is_ours(path) : is_file_of_ours(folder)) && fails(grows))

ssize_t write(int file, const void *from, size_t size) {
    return OF_FILE(file, 1) ? -1 : REAL(write)(file, from, size);
}
ssize_t writev(int file, const struct iovec *from, int count) {
    return OF_FILE(file, 1) ? -1 : REAL(writev)(file, from, count);
}
ssize_t pwrite(int file, const void *from, size_t size, off_t at) {
    return OF_FILE(file, 1) ? -1 : REAL(pwrite)(file, from, size, at);
}
ssize_t pwrite64(int file, const void *from, size_t size, off64_t at) {
    return OF_FILE(file, 1) ? -1 : REAL(pwrite64)(file, from, size, at);
}
int ftruncate(int file, off_t size) { return OF_FILE(file, 1) ? -1 : REAL(ftruncate)(file, size); }
int ftruncate64(int file, off64_t size) { return OF_FILE(file, 1) ? -1 : REAL(ftruncate64)(file, size); }
int fsync(int file) { return OF_FILE(file, 0) ? -1 : REAL(fsync)(file); }
int fdatasync(int file) { return OF_FILE(file, 0) ? -1 : REAL(fdatasync)(file); }
int rename(const char *from, const char *to) { return OF_PATH(to, 1) ? -1 : REAL(rename)(from, to); }
int mkdir(const char *path, mode_t mode) {
    int (*real)(const char *, mode_t) = dlsym(RTLD_NEXT, "mkdir");
    return OF_PATH(path, 1) ? -1 : real(path, mode);
}
int link(const char *from, const char *to) { return OF_PATH(to, 1) ? -1 : REAL(link)(from, to); }
int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    return OF_PATH_AT(to_folder, to, 1) ? -1 : REAL(linkat)(from_folder, from, to_folder, to, flags);
}
int unlink(const char *path) { return OF_PATH(path, 0) ? -1 : REAL(unlink)(path); }
int rmdir(const char *path) { return OF_PATH(path, 0) ? -1 : REAL(rmdir)(path); }
int unlinkat(int folder, const char *path, int flags) {
    return OF_PATH_AT(folder, path, 0) ? -1 : REAL(unlinkat)(folder, path, flags);
}

/* Opening writes where it makes a file, or empties one. */
static int makes(int folder, const char *path, int flags) {
    if (flags & O_TRUNC) return 1;
    return (flags & O_CREAT) && faccessat(folder, path, F_OK, 0) != 0;
}
#define OPENS(name)                                                                              \
    int name(const char *path, int flags, ...) {                                                 \
        int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, #name);                           \
        va_list more;                                                                            \
        va_start(more, flags);                                                                   \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;                  \
        va_end(more);                                                                            \
        if (makes(AT_FDCWD, path, flags) && OF_PATH(path, 1)) return -1;                         \
        return real(path, flags, mode);                                                          \
    }
OPENS(open)
OPENS(open64)
