// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/eventdetail.h"

#include "client/ask.h"
#include "client/shellline.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace events {

namespace {
namespace tokens = kit::tokens;

QString pretty(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Indented)).trimmed();
    // A document holds an object or a list; what stands alone is taken out of one again.
    const QString list =
        QString::fromUtf8(QJsonDocument(value.isArray() ? value.toArray() : QJsonArray{value})
                              .toJson(value.isArray() ? QJsonDocument::Indented : QJsonDocument::Compact))
            .trimmed();
    return value.isArray() ? list : list.mid(1, list.size() - 2);
}
} // namespace

EventDetail::EventDetail(client::Link &link, QWidget *parent)
    : QWidget(parent), m_link(link), m_title(new kit::Label({}, kit::TextRole::CardTitle)),
      m_dialect(new QComboBox), m_text(new QPlainTextEdit), m_copy(new QToolButton)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space2, 0, tokens::Space2, tokens::Space2);
    column->setSpacing(tokens::Space1);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space2);
    m_title->setElide(Qt::ElideMiddle);
    row->addWidget(m_title, 1);
    m_dialect->setAccessibleName(tr("Shown as"));
    m_dialect->setToolTip(tr("What clients of each contract get for this event"));
    m_dialect->addItem(tr("As it is (console)"), QString());
    m_dialect->addItem(QStringLiteral("Everyst"), QStringLiteral("everyst"));
    m_dialect->addItem(tr("Departments"), QStringLiteral("departments"));
    m_dialect->addItem(QStringLiteral("ThreatLens"), QStringLiteral("threatlens"));
    m_dialect->addItem(QStringLiteral("OPMAS"), QStringLiteral("opmas"));
    m_dialect->addItem(QStringLiteral("AuraOS"), QStringLiteral("auraos"));
    connect(m_dialect, &QComboBox::currentIndexChanged, this, &EventDetail::refresh);
    row->addWidget(m_dialect);
    m_copy->setText(tr("Copy"));
    m_copy->setIcon(kit::icon(kit::Symbol::Copy));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setPopupMode(QToolButton::InstantPopup);
    m_copy->setFixedHeight(tokens::ControlHeight);
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_copy->setAccessibleName(tr("Copy this event"));
    row->addWidget(m_copy);
    auto *like = new QPushButton(tr("Filter &like this"));
    like->setToolTip(tr("Shows only events of this topic from this source"));
    connect(like, &QPushButton::clicked, this, &EventDetail::filterWanted);
    row->addWidget(like);
    column->addLayout(row);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("The event as JSON"));
    m_text->setFont(kit::monoFont(tokens::SecondaryPt));
    column->addWidget(m_text, 1);
}

void EventDetail::setCopyActions(const QList<QAction *> &actions)
{
    auto *menu = new QMenu(m_copy);
    menu->addActions(actions);
    m_copy->setMenu(menu);
}

void EventDetail::show(const core::Event &event)
{
    m_event = event;
    m_renderings.clear();
    m_trouble = tr("Asking the server.");
    m_title->setText(event.topic.name());
    refresh();
    session::Render asked{event.topic.name(), event.payload.json(), event.priority, event.source, event.at};
    client::ask(m_link, asked, this,
                [this, number = ++m_asked](const core::Result<session::Render::Reply> &reply) {
                    if (number == m_asked) // another fact was chosen since
                        take(reply);
                });
}

void EventDetail::take(const core::Result<session::Render::Reply> &reply)
{
    m_trouble = reply ? QString() : reply.error().message;
    if (reply)
        m_renderings = reply->renderings;
    refresh();
}

QString EventDetail::textOf(const QString &dialect) const
{
    if (dialect.isEmpty())
        return pretty(core::toJson(m_event));
    if (!m_trouble.isEmpty())
        return m_trouble;
    QStringList said;
    for (const session::Rendering &rendering : m_renderings) {
        if (rendering.dialect == dialect)
            said << rendering.word + u'\n' + pretty(rendering.message);
    }
    return said.isEmpty() ? tr("%1 has no word for this event: its clients do not hear it.")
                                .arg(m_dialect->currentText())
                          : said.join(QStringLiteral("\n\n"));
}

void EventDetail::refresh()
{
    const QString text = client::visibleJson(textOf(m_dialect->currentData().toString()));
    if (text != m_text->toPlainText())
        m_text->setPlainText(text);
}

} // namespace events
