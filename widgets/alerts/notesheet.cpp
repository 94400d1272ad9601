// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/notesheet.h"

#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace alerts {

namespace {
constexpr int longestComment = 4096;
constexpr int noteHeight = 110;
} // namespace

NoteSheet::NoteSheet(const QString &title, const QString &about, const QString &does, QWidget *parent)
    : AlertSheet(title, does, parent), m_text(new QPlainTextEdit)
{
    setLine(about);
    m_text->setAccessibleName(title);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(noteHeight);
    body().addWidget(m_text);
    setReady(false);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        const bool isLong = m_text->toPlainText().size() > longestComment;
        refuse(isLong ? tr("That is longer than %1 characters.").arg(longestComment) : QString());
        setReady(!isLong && !text().isEmpty());
    });
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *say = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        connect(say, &QShortcut::activated, this, [this] {
            if (!text().isEmpty())
                accept();
        });
    }
    m_text->setFocus();
}

QString NoteSheet::text() const { return m_text->toPlainText().trimmed(); }

} // namespace alerts
