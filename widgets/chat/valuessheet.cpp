// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/valuessheet.h"

#include "catalog/chatvalues.h"
#include "client/ask.h"
#include "kit/csv.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QSaveFile>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace chat {

namespace tokens = kit::tokens;
namespace format = kit::format;

namespace {
constexpr QSize valuesSize{760, 480};
constexpr QSize leastTable{380, 200};
constexpr int sortRole = Qt::UserRole;
constexpr int csvDigits = 12;
constexpr qint64 msPerSecond = 1000;

bool isNumber(const QVariant &value) { return value.typeId() == QMetaType::Double; }

QString shownValue(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDateTime)
        return value.toDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    if (isNumber(value))
        return format::number(value.toDouble());
    const QString text = value.toString();
    return text.isEmpty() ? format::none() : text;
}

QString csvValue(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDateTime) {
        const QDateTime at = value.toDateTime();
        return at.toOffsetFromUtc(at.offsetFromUtc()).toString(Qt::ISODateWithMs);
    }
    return isNumber(value) ? QString::number(value.toDouble(), 'g', csvDigits)
                           : kit::csvCell(value.toString());
}

/// What stands there before somebody chooses another name.
QString fileNameOf(const QString &title)
{
    QString name;
    for (const QChar letter : title.simplified().left(80))
        name +=
            letter.isLetterOrNumber() || QStringLiteral(" -_,").contains(letter) ? letter : QLatin1Char('_');
    return name + QStringLiteral(".csv");
}
} // namespace

ValuesSheet::ValuesSheet(client::Link &link, const Attachment &attachment, const QString &about, Then then,
                         QWidget *parent)
    : Sheet(tr("Values of %1").arg(format::isolate(attachment.name.simplified())), tr("&Save as CSV…"),
            parent),
      m_name(attachment.name), m_about(about), m_rows(new QStandardItemModel(this)), m_table(new QTableView),
      m_said(new kit::Label(tr("Asking the server."), kit::TextRole::Secondary))
{
    buildTable();
    resize(valuesSize);
    m_said->setWordWrap(true);
    content().addWidget(m_said);
    content().addWidget(m_table, 1);
    setBusy(true);
    connect(this, &Sheet::submitted, this, &ValuesSheet::askWhere);
    client::ask(link, GetValues{attachment.id}, this, [this, then](const core::Result<PictureValues> &reply) {
        if (!reply) {
            m_said->hide();
            fail(tr("The values could not be had: %1").arg(reply.error().message));
            return;
        }
        take(*reply);
        if (then == Then::Save)
            askWhere();
    });
}

void ValuesSheet::buildTable()
{
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_rows);
    sorted->setSortRole(sortRole);
    sorted->setSortLocaleAware(true);
    m_table->setModel(sorted);
    m_table->setAccessibleName(tr("Values"));
    m_table->setMinimumSize(leastTable);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(tokens::RowCompact);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    // The header is of the mouse; whoever has none sorts by the column the keyboard is in.
    auto *sort = new QAction(tr("Sort by this column"), m_table);
    sort->setShortcut(Qt::Key_F3);
    sort->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(sort);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(sort, &QAction::triggered, this, [this] {
        const QHeaderView *header = m_table->horizontalHeader();
        const int column = std::max(0, m_table->currentIndex().column());
        const bool isTurned =
            header->sortIndicatorSection() == column && header->sortIndicatorOrder() == Qt::AscendingOrder;
        m_table->sortByColumn(column, isTurned ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
}

void ValuesSheet::take(const PictureValues &values)
{
    m_values = client::tableOf(values);
    m_rows->setHorizontalHeaderLabels(m_values.columns);
    for (const QVariantList &row : std::as_const(m_values.rows)) {
        QList<QStandardItem *> cells;
        for (const QVariant &value : row) {
            auto *cell = new QStandardItem(shownValue(value));
            cell->setData(value, sortRole);
            cell->setData(QString(m_values.columns[cells.size()] + QLatin1Char(' ') + cell->text()),
                          Qt::AccessibleTextRole);
            if (isNumber(value))
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            cells << cell;
        }
        m_rows->appendRow(cells);
    }
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    m_table->resizeColumnsToContents();
    QStringList said{m_about};
    if (values.resolution > 0 && !values.lines.isEmpty())
        said << tr("a point every %1").arg(format::duration(qint64(values.resolution * msPerSecond)));
    if (values.leftOut > 0)
        said << tr("%n more did not go along", "devices and links of a map", values.leftOut);
    said << tr("F3 sorts by the column you are in");
    m_said->setText(said.join(QStringLiteral(" · ")));
    setBusy(false);
    m_table->setCurrentIndex(m_table->model()->index(0, 0));
    m_table->setFocus(Qt::OtherFocusReason);
}

QByteArray ValuesSheet::csv() const
{
    QByteArray text = kit::csvLine(m_values.columns);
    for (const QVariantList &row : m_values.rows) {
        QStringList cells;
        for (const QVariant &value : row)
            cells << csvValue(value);
        text += (cells.join(QLatin1Char(',')) + QStringLiteral("\r\n")).toUtf8();
    }
    return text;
}

void ValuesSheet::askWhere()
{
    auto *dialog = new QFileDialog(this, tr("Save the values"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Table (*.csv)"));
    dialog->selectFile(fileNameOf(m_name));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ValuesSheet::save);
    dialog->open();
}

void ValuesSheet::save(const QString &path)
{
    QSaveFile file(path);
    const QByteArray text = csv();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fail(tr("%1 could not be written: %2").arg(path, file.errorString()));
    accept();
    Q_EMIT written(path);
}

} // namespace chat
