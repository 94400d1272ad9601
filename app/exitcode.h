// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// What the program's end tells a script (README, "Exit codes").
enum ExitCode {
    Ok = 0,
    Unexpected = 1,
    Usage = 2, ///< a wrong option, or no display
    BadConfig = 3,
    CannotListen = 4,
    BadDatabase = 5, ///< locked by another program, corrupt, newer, or not writable
    AlreadyRunning = 6,
    BadCertificate = 7,
    SignInFailed = 8,
    ExportFailed = 9,
};

} // namespace app
