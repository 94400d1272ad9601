// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

/// What somebody might write to have nmap do something else.
QStringList hostileTargets();
/// The same for ports.
QStringList hostilePorts();
