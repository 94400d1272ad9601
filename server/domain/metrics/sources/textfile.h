// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>

namespace metrics::sources {

/// A kernel text that is read again and again: opened once, then read from its beginning each time.
class TextFile
{
public:
    TextFile() = default;
    explicit TextFile(QString path) : m_path(std::move(path)) {}
    ~TextFile();
    TextFile(TextFile &&other) noexcept;
    TextFile &operator=(TextFile &&other) noexcept;
    TextFile(const TextFile &) = delete;
    TextFile &operator=(const TextFile &) = delete;

    /// The whole text, valid until the next read; empty when it cannot be opened or read now (it is tried
    /// again the next time, so that running out of descriptors heals). At most 4 MiB.
    const QByteArray &read();

    /// Reads a text once without keeping it open.
    static QByteArray once(const QString &path);

private:
    bool fill();
    void close();

    QString m_path;
    QByteArray m_text;
    int m_descriptor = -1;
};

} // namespace metrics::sources
