// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatvalues.h"

#include <QCoreApplication>
#include <QVariant>

#include <optional>

class QMimeData;

namespace client {

/// The values of a picture as rows: times, numbers, text, or nothing where there is a gap. What others wrote
/// has no letters that hide or turn others.
struct ValueTable
{
    QStringList columns;
    QList<QVariantList> rows;

    Q_DECLARE_TR_FUNCTIONS(client::ValueTable)
};

[[nodiscard]] ValueTable tableOf(const chat::PictureValues &values);

/// As much as may go along with a picture: long texts are cut, and devices and links left out are counted.
[[nodiscard]] chat::PictureValues fitted(chat::PictureValues values);

/// The values go along with what is dragged, where there are any.
void putValues(QMimeData &data, const chat::PictureValues &values);
[[nodiscard]] std::optional<chat::PictureValues> valuesIn(const QMimeData &data);

} // namespace client
