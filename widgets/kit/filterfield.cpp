// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/filterfield.h"

#include "kit/glyph.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QShortcut>

#include <algorithm>

namespace kit {

namespace {
constexpr int narrowestFilter = 160;
constexpr qsizetype mostOffers = 8;

/// As it must be typed to be one value.
QString written(const QString &value)
{
    static const QRegularExpression parting(QStringLiteral("[\\s,\"]"));
    if (!value.contains(parting))
        return value;
    QString text = value;
    text.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    return u'"' + text + u'"';
}
} // namespace

FilterField::FilterField(const QString &name, QWidget *parent)
    : QLineEdit(parent), m_completion(new Completion(this)), m_flawLine(new QWidget),
      m_flaw(new Label({}, TextRole::Secondary))
{
    setAccessibleName(name);
    setClearButtonEnabled(true);
    setMinimumWidth(narrowestFilter);
    auto *row = new QHBoxLayout(m_flawLine);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::Space2);
    row->addWidget(new Glyph(Status::High));
    row->addWidget(m_flaw, 1);
    m_flawLine->hide();
    connect(this, &QLineEdit::textEdited, this, &FilterField::propose);
    connect(m_completion, &Completion::picked, this, &FilterField::takeChosen);
}

void FilterField::setFlaw(const QString &sentence)
{
    m_flawLine->setVisible(!sentence.isEmpty());
    m_flaw->setText(sentence);
    // While something is chosen, that is what is said of the field.
    if (!m_completion->isVisible())
        setAccessibleDescription(sentence);
}

void FilterField::findFrom(QWidget *page)
{
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), page);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
}

std::optional<FilterField::Begun> FilterField::begun() const
{
    static const QRegularExpression term(QStringLiteral(
        "(?:^|\\s)[!-]?([a-zA-Z]*)(?:(:|<=|>=|[=<>])((?:[^\\s\",]|\"[^\"]*\")*,)*([^\\s\",]*))?$"));
    const QString before = text().left(cursorPosition());
    const QRegularExpressionMatch match = term.match(before);
    const bool isInQuotes = before.count(u'"') % 2 != 0;
    if (!match.hasMatch() || isInQuotes)
        return std::nullopt;
    const QString name = match.captured(1).toLower();
    if (match.capturedStart(2) < 0)
        return name.isEmpty() ? std::nullopt : std::optional(Begun{int(match.capturedStart(1)), name});
    const auto key = std::find_if(m_keys.begin(), m_keys.end(),
                                  [&name](const FilterKey &each) { return each.key == name; });
    return key == m_keys.end() || !key->values
               ? std::nullopt
               : std::optional(Begun{int(match.capturedStart(4)), match.captured(4), &*key});
}

QList<FilterField::Offer> FilterField::offersFor(const Begun &begun) const
{
    QList<Offer> offers;
    if (begun.key == nullptr) {
        for (const FilterKey &key : m_keys) {
            if (key.key.startsWith(begun.typed))
                offers << Offer{key.key + key.op, {key.key + key.op, key.meaning}, false};
        }
        return offers.mid(0, mostOffers);
    }
    const QStringList values = begun.key->values();
    for (const QString &value : values) {
        const bool isMeant = value.contains(begun.typed, Qt::CaseInsensitive);
        if (isMeant && value.compare(begun.typed, Qt::CaseInsensitive) != 0)
            offers << Offer{written(value), {value, {}}};
    }
    std::stable_partition(offers.begin(), offers.end(), [&begun](const Offer &each) {
        return each.choice.title.startsWith(begun.typed, Qt::CaseInsensitive);
    });
    return offers.mid(0, mostOffers);
}

void FilterField::propose()
{
    const auto found = begun();
    offer(found ? offersFor(*found) : QList<Offer>());
}

void FilterField::offer(const QList<Offer> &offers)
{
    m_offers = offers;
    QList<Choice> choices;
    for (const Offer &each : offers)
        choices << each.choice;
    m_completion->setChoices(choices);
    if (offers.isEmpty())
        setAccessibleDescription(m_flaw->text());
}

void FilterField::takeChosen()
{
    const auto found = begun();
    const int row = m_completion->chosen();
    if (!found || row < 0 || row >= m_offers.size())
        return;
    const Offer chosen = m_offers[row];
    setSelection(found->start, cursorPosition() - found->start);
    insert(chosen.isWhole ? chosen.text + u' ' : chosen.text);
    setFocus();
    propose();
}

bool FilterField::completes(const QKeyEvent &event)
{
    if (!m_completion->isVisible())
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_completion->move(event.key() == Qt::Key_Up ? -1 : 1);
        return true;
    case Qt::Key_Tab:
        takeChosen();
        return true;
    case Qt::Key_Escape:
        offer({});
        return true;
    default:
        return false;
    }
}

/// Tab takes what is chosen before it leads to the next field.
bool FilterField::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && completes(static_cast<const QKeyEvent &>(*event))) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        offer({});
    QLineEdit::keyPressEvent(event);
}

void FilterField::focusOutEvent(QFocusEvent *event)
{
    offer({});
    QLineEdit::focusOutEvent(event);
}

} // namespace kit
