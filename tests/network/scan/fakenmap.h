// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTemporaryDir>

/// Programs that stand in for nmap, as shell scripts in a folder everybody may read.
class FakeNmap
{
public:
    FakeNmap();

    /// A script that knows `head`, `host N` (10.0.0.N is up), `tail`; its path.
    [[nodiscard]] QString script(const QByteArray &body) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// The line a script has written by now; empty while there is none.
    [[nodiscard]] QByteArray line(const QString &name) const;

private:
    QTemporaryDir m_folder;
};

/// Whether a process is there and not just waiting to be forgotten.
bool isAlive(const QByteArray &pid);
