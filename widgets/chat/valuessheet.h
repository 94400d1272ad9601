// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatparts.h"
#include "chat/sheet.h"
#include "client/link.h"
#include "client/shownvalues.h"

class QStandardItemModel;
class QTableView;

namespace kit {
class Label;
}

namespace chat {

/// The values a picture shows, as a table to read, sort and keep as CSV.
class ValuesSheet final : public Sheet
{
    Q_OBJECT
public:
    /// What is done once they are there.
    enum class Then { Show, Save };

    /// `about`: who sent the picture, and when.
    ValuesSheet(client::Link &link, const Attachment &attachment, const QString &about, Then then,
                QWidget *parent);

    [[nodiscard]] QTableView &table() { return *m_table; }
    /// Everything as RFC 4180 has it: ISO times with offset, decimal points.
    [[nodiscard]] QByteArray csv() const;
    void save(const QString &path);

Q_SIGNALS:
    void written(const QString &path);

private:
    void buildTable();
    void take(const PictureValues &values);
    void askWhere();

    QString m_name;
    QString m_about;
    client::ValueTable m_values;
    QStandardItemModel *m_rows;
    QTableView *m_table;
    kit::Label *m_said;
};

} // namespace chat
