// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/difftable.h"

#include "kit/format.h"
#include "kit/theme.h"
#include "scans/words.h"

#include <QIconEngine>
#include <QPainter>

namespace scans {

namespace {
/// Which chart colour stands for a letter: teal, rust or azure.
int inkPlace(const QString &letter)
{
    if (letter == QLatin1String("A"))
        return 2;
    return letter == QLatin1String("R") ? 1 : 0;
}

class LetterEngine final : public QIconEngine
{
public:
    explicit LetterEngine(QString letter) : m_letter(std::move(letter)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const kit::Theme &theme = kit::theme();
        const QColor ink = theme.series(inkPlace(m_letter)).color;
        QColor ground = ink;
        ground.setAlphaF(0.16F);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(ink, 1.5));
        painter->setBrush(ground);
        painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3);
        QFont font = kit::textFont(10, QFont::DemiBold);
        font.setPixelSize(std::max(8, rect.height() * 11 / 16));
        painter->setFont(font);
        painter->setPen(theme.text);
        painter->drawText(rect, Qt::AlignCenter, m_letter);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new LetterEngine(*this); }

private:
    QString m_letter;
};
} // namespace

QIcon letterIcon(const QString &letter) { return QIcon(new LetterEngine(letter.left(1))); }

void DiffTable::setDifferences(const QList<network::ScanDifference> &differences)
{
    beginResetModel();
    m_differences = differences;
    endResetModel();
}

QString DiffTable::asText() const
{
    QStringList lines;
    for (const network::ScanDifference &each : m_differences) {
        QStringList parts{each.letter, each.address, each.displayName.simplified(),
                          each.details.join(QStringLiteral("; ")).simplified()};
        parts.removeAll(QString());
        lines << parts.join(QStringLiteral("  "));
    }
    return lines.join(QLatin1Char('\n'));
}

int DiffTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_differences.size());
}

int DiffTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString DiffTable::text(const network::ScanDifference &difference, int column)
{
    switch (column) {
    case Letter:
        return words::letterTitle(difference.letter);
    case Address:
        return kit::format::isolate(difference.address);
    case Name:
        return difference.displayName.isEmpty() ? kit::format::none() : difference.displayName;
    default:
        return difference.details.join(QStringLiteral(",  "));
    }
}

QVariant DiffTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const network::ScanDifference &difference = m_differences[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(difference, index.column());
    case Qt::DecorationRole:
        return index.column() == Letter ? QVariant(letterIcon(difference.letter)) : QVariant();
    case Qt::ToolTipRole:
        return kit::format::tooltip(index.column() == What ? difference.details.join(QLatin1Char('\n'))
                                                           : text(difference, index.column()));
    case Qt::AccessibleTextRole:
        if (index.column() != Letter)
            return {};
        return tr("%1: %2, %3, %4", "added: 192.168.1.7, its name, what of it")
            .arg(text(difference, Letter), difference.address, text(difference, Name),
                 text(difference, What));
    default:
        return {};
    }
}

QVariant DiffTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Change"), tr("Address"), tr("Name"), tr("What, from old to new")};
    return titles.value(section);
}

} // namespace scans
