// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/matcherlist.h"

#include "alerts/matcherline.h"
#include "catalog/alertcommands.h"
#include "client/ask.h"
#include "kit/focusring.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace alerts {

namespace {
constexpr int askMs = 200;

/// One matcher, and a button that takes it away.
class MatcherChip final : public QWidget
{
public:
    MatcherChip(const QString &text, const QString &removes) : m_remove(new QToolButton)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(kit::tokens::Space2, 0, kit::tokens::Space1, 0);
        row->setSpacing(kit::tokens::Space1);
        row->addWidget(new kit::Label(text, kit::TextRole::Mono), 1);
        m_remove->setIcon(kit::icon(kit::Symbol::Close));
        m_remove->setAutoRaise(true);
        m_remove->setAccessibleName(removes);
        m_remove->setToolTip(removes);
        row->addWidget(m_remove);
    }
    [[nodiscard]] QToolButton *button() const { return m_remove; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const kit::Theme &theme = kit::theme();
        kit::paintPanel(painter, rect(), kit::tokens::RadiusControl, theme.surfaceAlt, theme.border);
    }

private:
    QToolButton *m_remove;
};
} // namespace

MatcherList::MatcherList(client::Mirror &mirror, QWidget *parent)
    : QWidget(parent), m_mirror(mirror), m_chips(new QVBoxLayout), m_line(new QLineEdit),
      m_count(new kit::Label({}, kit::TextRole::Secondary))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kit::tokens::Space2);
    m_chips->setSpacing(kit::tokens::Space1);
    column->addLayout(m_chips);
    m_line->setPlaceholderText(tr("Add: site=north   port=~eth[0-9]+   host!=lab-1"));
    m_line->setAccessibleName(tr("Add what a label must be"));
    m_line->setMaxLength(1024);
    column->addWidget(m_line);
    column->addWidget(m_count);
    m_rest.setSingleShot(true);
    m_rest.setInterval(askMs);
    connect(&m_rest, &QTimer::timeout, this, &MatcherList::ask);
    connect(m_line, &QLineEdit::editingFinished, this, &MatcherList::add);
    connect(m_line, &QLineEdit::textChanged, &m_rest, qOverload<>(&QTimer::start));
}

void MatcherList::setMatchers(const QList<Matcher> &matchers)
{
    m_matchers = matchers;
    rebuild();
    ask();
}

QString MatcherList::countText() const { return m_count->text(); }

QString MatcherList::written() const
{
    QList<Matcher> all = m_matchers;
    if (const auto typed = readMatcher(m_line->text()))
        all << *typed;
    return writtenMatchers(all);
}

void MatcherList::rebuild()
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        // The button that was pressed stands on it.
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    for (int place = 0; place < m_matchers.size(); ++place) {
        const QString text = shownMatcher(m_matchers[place]);
        auto *chip = new MatcherChip(text, tr("Remove %1").arg(text));
        connect(chip->button(), &QToolButton::clicked, this, [this, place] { remove(place); });
        m_chips->addWidget(chip);
    }
}

void MatcherList::remove(int place)
{
    m_matchers.removeAt(place);
    rebuild();
    m_line->setFocus();
    ask();
}

void MatcherList::add()
{
    const auto matcher = readMatcher(m_line->text());
    if (!matcher)
        return;
    m_matchers << *matcher;
    m_line->clear();
    rebuild();
    ask();
}

void MatcherList::say(const QString &text, bool isFlaw)
{
    m_flaw = isFlaw ? text : QString();
    m_count->setText(text);
    Q_EMIT changed();
}

/// The server counts, for it alone knows what a pattern matches.
void MatcherList::ask()
{
    m_rest.stop();
    ++m_round;
    const QString typed = m_line->text().trimmed();
    if (!typed.isEmpty() && !readMatcher(typed)) {
        say(tr("Write a label, how it compares, and its value: site=north"), true);
        return;
    }
    ListAlerts command;
    command.matchers = written();
    command.isFlat = true;
    command.limit = 1;
    if (command.matchers.isEmpty()) {
        say(tr("Say by which labels: without any, nothing is meant."), true);
        return;
    }
    client::ask(m_mirror.link(), command, this,
                [this, round = m_round](const core::Result<ListAlerts::Reply> &reply) {
                    if (round != m_round)
                        return;
                    if (!reply)
                        say(reply.error().message, true);
                    else if (reply->count == 0)
                        say(tr("Means no alert there is now."), false);
                    else
                        say(tr("Means %n alert(s) there are now.", nullptr, reply->count), false);
                });
}

} // namespace alerts
