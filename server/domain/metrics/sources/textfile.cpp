// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/metrics/sources/textfile.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace metrics::sources {

namespace {
constexpr qsizetype firstSize = 4096;
constexpr qsizetype mostSize = qsizetype(4) * 1024 * 1024;
} // namespace

TextFile::~TextFile() { close(); }

TextFile::TextFile(TextFile &&other) noexcept
    : m_path(std::move(other.m_path)), m_text(std::move(other.m_text)),
      m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

TextFile &TextFile::operator=(TextFile &&other) noexcept
{
    if (this != &other) {
        close();
        m_path = std::move(other.m_path);
        m_text = std::move(other.m_text);
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

const QByteArray &TextFile::read()
{
    if (m_descriptor < 0)
        m_descriptor = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_CLOEXEC);
    if (m_descriptor < 0 || !fill()) {
        close();
        m_text.resize(0);
    }
    return m_text;
}

bool TextFile::fill()
{
    qsizetype size = 0;
    qsizetype room = std::max(firstSize, m_text.capacity());
    for (;;) {
        m_text.resize(room);
        const ssize_t got = ::pread(m_descriptor, m_text.data() + size, size_t(room - size), off_t(size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        size += got;
        if (got == 0 || size >= mostSize)
            break;
        if (size == room)
            room *= 2;
    }
    m_text.resize(size);
    return true;
}

void TextFile::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

QByteArray TextFile::once(const QString &path) { return TextFile(path).read(); }

} // namespace metrics::sources
