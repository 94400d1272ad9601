// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/scan/nmapreader.h"

#include <QJsonObject>

/// A report as etree.py writes it.
QJsonObject written(const QList<network::scan::Item> &items);
