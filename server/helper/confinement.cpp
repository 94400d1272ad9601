// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/confinement.h"

#include <array>
#include <cerrno>
#include <cstddef>
#include <grp.h>
#include <iterator>
#include <linux/audit.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace helper {

namespace {
constexpr unsigned rawBit = 1U << CAP_NET_RAW;

#if defined(__x86_64__)
constexpr unsigned ownArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned ownArchitecture = AUDIT_ARCH_AARCH64;
#else
#error "The numbers of the system calls are known for x86-64 and ARM64 only."
#endif

// Calls that look into or change other processes, the kernel, mounts, keys and clocks. nmap needs none of
// them.
constexpr std::array deniedCalls{SYS_ptrace,
                                 SYS_process_vm_readv,
                                 SYS_process_vm_writev,
                                 SYS_kcmp,
                                 SYS_pidfd_getfd,
                                 SYS_init_module,
                                 SYS_finit_module,
                                 SYS_delete_module,
                                 SYS_kexec_load,
                                 SYS_reboot,
                                 SYS_bpf,
                                 SYS_perf_event_open,
                                 SYS_userfaultfd,
                                 SYS_mount,
                                 SYS_umount2,
                                 SYS_pivot_root,
                                 SYS_chroot,
                                 SYS_swapon,
                                 SYS_swapoff,
                                 SYS_unshare,
                                 SYS_setns,
                                 SYS_add_key,
                                 SYS_request_key,
                                 SYS_keyctl,
                                 SYS_open_by_handle_at,
                                 SYS_acct,
                                 SYS_quotactl,
                                 SYS_settimeofday,
                                 SYS_adjtimex,
                                 SYS_clock_settime,
                                 SYS_clock_adjtime,
                                 SYS_sethostname,
                                 SYS_setdomainname,
                                 SYS_syslog,
                                 SYS_vhangup,
                                 SYS_io_uring_setup};

struct Capabilities
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, 2> data{};

    bool read() { return ::syscall(SYS_capget, &header, data.data()) == 0; }
    bool write() { return ::syscall(SYS_capset, &header, data.data()) == 0; }
};

bool dropBounds()
{
    for (int capability = 0; ::prctl(PR_CAPBSET_READ, capability) >= 0; ++capability) {
        if (capability == CAP_NET_RAW || ::prctl(PR_CAPBSET_READ, capability) == 0)
            continue;
        // Without CAP_SETPCAP the bounds stay; what matters then is that nothing can be gained (below).
        if (::prctl(PR_CAPBSET_DROP, capability) != 0 && errno != EPERM)
            return false;
    }
    return true;
}

bool becomeUser(uid_t user, gid_t group)
{
    if (::geteuid() != 0)
        return true;
    return ::prctl(PR_SET_KEEPCAPS, 1) == 0 && ::setgroups(0, nullptr) == 0 &&
           ::setresgid(group, group, group) == 0 && ::setresuid(user, user, user) == 0;
}

bool keepOneCapability()
{
    Capabilities held;
    if (!held.read())
        return false;
    const unsigned kept = held.data[0].permitted & rawBit;
    held.data = {};
    held.data[0].effective = held.data[0].permitted = held.data[0].inheritable = kept;
    if (!held.write() || ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) != 0)
        return false;
    return kept == 0 || ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_NET_RAW, 0, 0) == 0;
}

bool limit(int resource)
{
    const rlimit none{0, 0};
    return ::setrlimit(__rlimit_resource_t(resource), &none) == 0;
}

bool denyCalls()
{
    const auto load = [](std::size_t offset) {
        return sock_filter(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, unsigned(offset)));
    };
    std::vector<sock_filter> filter{
        load(offsetof(seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ownArchitecture, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        load(offsetof(seccomp_data, nr)),
        // The x32 calls of x86-64 are the same ones by other numbers.
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000U, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    };
    for (const auto call : deniedCalls) {
        filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, unsigned(call), 0, 1));
        filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
} // namespace

bool confine(uid_t user, gid_t group)
{
    return dropBounds() && becomeUser(user, group) && keepOneCapability() && limit(RLIMIT_CORE) &&
           limit(RLIMIT_FSIZE) && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && denyCalls();
}

bool hasRawSockets() { return ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_IS_SET, CAP_NET_RAW, 0, 0) == 1; }

} // namespace helper
