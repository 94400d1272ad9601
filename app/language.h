// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

class QCoreApplication;

namespace app {

/// Puts the window into a language: `code` ("de"), or what the desktop asks for when empty. English stays
/// where there is no translation. Numbers and dates follow the desktop, or the language where it names none.
void installLanguage(QCoreApplication &application, const QString &code);

} // namespace app
