// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

class QProcess;

namespace lab {

/// Generous: it only ends what hangs.
inline constexpr int patience = 60'000;

/// Runs a program and its arguments, divided by blanks, to its end, with `input` on its standard input; true
/// when it ended well.
bool run(const QByteArray &command, const QByteArray &input = {});
/// Every line a command of ip(8).
bool ip(const QByteArray &lines);
/// A program of the machine, or one that tests/run has unpacked; empty where there is none.
QString tool(const QString &name);
/// A program that goes on running until the handle is let go.
std::unique_ptr<QProcess, void (*)(QProcess *)> spawn(const QStringList &command);

} // namespace lab
