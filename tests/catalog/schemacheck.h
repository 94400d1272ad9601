// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QString>

/// Why `value` does not fit the JSON Schema, by an independent validator; empty when it fits.
QString schemaFault(const QJsonObject &schema, const QJsonObject &value);
