// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArrayView>

namespace metrics::sources {

/// Takes blank-separated words off one line of a kernel text.
class Words
{
public:
    explicit Words(QByteArrayView line) : m_rest(line) {}

    /// Empty at the end of the line.
    QByteArrayView next();
    /// The next word as a counter of `unit`s; 0 for anything that is none. At most 2^59, so that a few of
    /// them can be added up whatever a text says.
    qint64 number(qint64 unit = 1);
    Words &skip(int words);

private:
    QByteArrayView m_rest;
};

/// Takes lines off a kernel text.
class Lines
{
public:
    explicit Lines(QByteArrayView text) : m_rest(text) {}

    /// False at the end of the text.
    bool next(QByteArrayView &line);

private:
    QByteArrayView m_rest;
};

} // namespace metrics::sources
