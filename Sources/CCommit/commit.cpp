#include "CCommit.h"

// The compiler itself reads the newest entry of the checkout's reflog, and no more of it comes into the program. So the
// commit is right after every commit and checkout, needs no tool and no argument of a build, and is absent in an archive
// of the source. A manifest's `Context.gitInformation` is kept with the manifest and goes stale.
#pragma clang diagnostic ignored "-Wc23-extensions"

namespace {

constexpr unsigned char reflog[] = {
#if __has_embed("../../.git/logs/HEAD")
#embed "../../.git/logs/HEAD" suffix(, )
#endif
    0};

constexpr int hash_digits = 40;
constexpr int shown_digits = 8;

struct Commit {
    char digits[shown_digits + 1];
};

// A line is the hash before, a blank, the hash after, and who did it when.
constexpr Commit newest() {
    Commit commit = {};
    constexpr int length = sizeof reflog - 1;
    int line = length - 1;
    while (line > 0 && reflog[line - 1] != '\n') line--;
    const int hash = line + hash_digits + 1;
    if (hash + hash_digits > length) return commit;
    for (int i = 0; i < shown_digits; i++) commit.digits[i] = static_cast<char>(reflog[hash + i]);
    return commit;
}

constexpr Commit commit = newest();

}  // namespace

const char *vigil_commit(void) { return commit.digits; }
