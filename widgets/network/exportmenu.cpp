// SPDX-License-Identifier: GPL-3.0-or-later
// What the map page writes into files.
#include "kit/toast.h"
#include "network/graphexport.h"
#include "network/mappage.h"
#include "network/pictureexport.h"
#include "network/timetravel.h"

#include <QAction>
#include <QBuffer>
#include <QFileDialog>
#include <QSaveFile>

namespace network {

void MapPage::buildExport()
{
    const auto picture = [this](double scale) {
        QByteArray out;
        QBuffer buffer(&out);
        buffer.open(QIODevice::WriteOnly);
        mapImage(m_plan.board(), m_plan.survey().overlay, m_travel->time(), scale).save(&buffer, "PNG");
        return out;
    };
    const auto offer = [this](const QString &text, const QString &ending,
                              const std::function<QByteArray()> &make) {
        auto *action = new QAction(text, this);
        action->setObjectName(QStringLiteral("map.export.%1%2").arg(ending).arg(m_exports.size()));
        connect(action, &QAction::triggered, this, [this, ending, make] { keep(ending, make); });
        m_exports << action;
    };
    const auto part = [this] {
        m_exports << new QAction(this);
        m_exports.last()->setSeparator(true);
    };
    const QString png = QStringLiteral("png");
    for (const int scale : {1, 2, 4})
        offer(tr("PNG, %1×").arg(scale), png, [picture, scale] { return picture(scale); });
    offer(tr("SVG"), QStringLiteral("svg"),
          [this] { return mapSvg(m_plan.board(), m_plan.survey().overlay, m_travel->time()); });
    offer(tr("PDF page"), QStringLiteral("pdf"),
          [this] { return mapPdf(m_plan.board(), m_plan.survey().overlay, m_travel->time()); });
    part();
    offer(tr("GraphML"), QStringLiteral("graphml"), [this] { return graphMl(m_plan.board()); });
    offer(tr("draw.io"), QStringLiteral("drawio"), [this] { return drawIo(m_plan.board()); });
    offer(tr("Mermaid"), QStringLiteral("mmd"), [this] { return mermaid(m_plan.board()); });
    part();
    offer(tr("Devices as CSV"), QStringLiteral("csv"), [this] { return devicesCsv(m_plan.shownDevices()); });
    offer(tr("Links as CSV"), QStringLiteral("csv"),
          [this] { return linksCsv(m_plan.shownLinks(), m_plan.devices().all()); });
}

/// All of it or nothing: a file that is there already is not lost to a full disk.
void MapPage::keep(const QString &ending, const std::function<QByteArray()> &make)
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the map"),
                                                      tr("Network map") + QLatin1Char('.') + ending);
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray content = make();
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        m_toasts->say(tr("The map could not be written to %1: %2").arg(path, file.errorString()));
    else
        m_toasts->say(tr("The map was written to %1.").arg(path));
}

} // namespace network
