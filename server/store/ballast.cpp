// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ballast.h"

#include "store/files.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

namespace store {

Ballast::Ballast(const Options &options)
    : m_path(options.directory + QStringLiteral("/ballast")), m_bytes(options.ballastBytes),
      m_from(options.ballastFrom)
{
}

void Ballast::take(qint64 freeBytes)
{
    if (m_bytes <= 0 || freeBytes <= m_from || QFileInfo(m_path).size() == m_bytes)
        return;
    if (!files::makePrivate(m_path))
        return;
    const int descriptor = ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_CLOEXEC);
    const bool done = descriptor >= 0 && ::posix_fallocate(descriptor, 0, m_bytes) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!done)
        drop();
}

void Ballast::drop() { QFile::remove(m_path); }

} // namespace store
