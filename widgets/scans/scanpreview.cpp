// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/scanpreview.h"

#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QVBoxLayout>

namespace scans {

namespace {
namespace tokens = kit::tokens;
namespace format = kit::format;

QString figuresOf(const network::PreviewScan::Reply &preview)
{
    QStringList parts{ScanPreview::tr("%1 addresses").arg(format::count(qint64(preview.addresses)))};
    if (preview.ports > 0)
        parts << ScanPreview::tr("%1 ports of each").arg(format::count(preview.ports));
    if (preview.seconds > 0)
        parts << ScanPreview::tr("takes about %1").arg(format::duration(qint64(preview.seconds * 1000)));
    return parts.join(QStringLiteral(" · "));
}
} // namespace

ScanPreview::ScanPreview(QWidget *parent)
    : Card(tr("What will be done"), parent), m_sentence(new kit::Label),
      m_figures(new kit::Label({}, kit::TextRole::Secondary)),
      m_command(new kit::Label({}, kit::TextRole::Mono)), m_notes(new QVBoxLayout)
{
    content()->setSpacing(tokens::Space2);
    m_sentence->setWordWrap(true);
    for (QWidget *line : QList<QWidget *>{m_sentence, m_figures, m_command})
        addContent(line);
    m_notes->setSpacing(tokens::Space1);
    content()->addLayout(m_notes);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    wait();
}

void ScanPreview::clear()
{
    while (QLayoutItem *item = m_notes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_figures->hide();
    m_command->hide();
}

void ScanPreview::wait()
{
    clear();
    m_whyNot = tr("Asking the server what this would do.");
    m_sentence->setText(m_whyNot);
    m_sentence->show();
}

void ScanPreview::addNote(kit::Status status, const QString &note)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::Space2);
    row->addWidget(new kit::Glyph(status), 0, Qt::AlignTop);
    auto *label = new kit::Label(note);
    label->setWordWrap(true);
    row->addWidget(label, 1);
    m_notes->addWidget(line);
    line->show(); // at once, so that the dialog can make room for it
}

void ScanPreview::show(const core::Result<network::PreviewScan::Reply> &reply)
{
    clear();
    m_sentence->setVisible(bool(reply));
    if (!reply) {
        m_whyNot = reply.error().message;
        addNote(kit::Status::High, m_whyNot);
        return;
    }
    m_sentence->setText(reply->sentence);
    m_figures->setText(figuresOf(*reply));
    m_figures->show();
    m_command->setText(reply->commands.join(QLatin1Char('\n')));
    m_command->setVisible(!reply->commands.isEmpty());
    const bool isPossible = !reply->commands.isEmpty();
    m_whyNot = isPossible ? QString() : reply->missing.value(0, tr("Nothing here can scan."));
    for (const QString &note : reply->missing)
        addNote(isPossible ? kit::Status::Medium : kit::Status::High, note);
}

} // namespace scans
