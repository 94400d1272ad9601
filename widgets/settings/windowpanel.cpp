// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/windowpanel.h"

#include "kit/card.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace settings {

WindowPanel::WindowPanel(bool singleKeys, QWidget *parent)
    : QWidget(parent), m_singleKeys(new QCheckBox(tr("Single keys act on &rows")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *card = new kit::Card(tr("Keyboard"));
    auto *what = new kit::Label(
        tr("A letter alone does something to the row, chart or map that has the focus: A acknowledges an "
           "alert. Switch it off where speech or a shaking hand writes letters that are not meant. "
           "Everything "
           "stays in the menus, and Ctrl+K finds it."),
        kit::TextRole::Secondary);
    what->setWordWrap(true);
    m_singleKeys->setChecked(singleKeys);
    m_singleKeys->setAccessibleDescription(what->text());
    card->addContent(m_singleKeys);
    card->addContent(what);
    column->addWidget(card);
    column->addStretch(1);
    connect(m_singleKeys, &QCheckBox::toggled, this, &WindowPanel::singleKeysChosen);
}

} // namespace settings
