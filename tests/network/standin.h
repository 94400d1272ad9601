// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFile>
#include <QTemporaryDir>

namespace networktest {

/// A stand-in for a program that does as a shell script says; `${0%/*}` is its folder, which goes with it.
class StandIn
{
public:
    explicit StandIn(const QByteArray &script)
    {
        QFile file(path());
        if (file.open(QIODevice::WriteOnly))
            file.write("#!/bin/sh\n" + script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("program")); }
    /// What it wrote into its folder.
    [[nodiscard]] QByteArray text(const char *name) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace networktest
