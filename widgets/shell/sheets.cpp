// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sheets.h"

#include "kit/icons.h"
#include "kit/label.h"
#include "kit/singlekeys.h"
#include "kit/tokens.h"
#include "shell/actions.h"
#include "shell/options.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace shell {

namespace {

namespace tokens = kit::tokens;
constexpr int sheetIcon = 48;

QVBoxLayout *sheetColumn(QDialog &sheet)
{
    auto *column = new QVBoxLayout(&sheet);
    column->setContentsMargins(tokens::Space4, tokens::Space4, tokens::Space4, tokens::Space4);
    column->setSpacing(tokens::Space3);
    return column;
}

void addClose(QDialog &sheet, QVBoxLayout &column)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &sheet, &QDialog::reject);
    column.addWidget(buttons);
}

} // namespace

ShortcutSheet::ShortcutSheet(const Actions &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(520, 520);
    QVBoxLayout *column = sheetColumn(*this);
    auto *list = new QTreeWidget;
    list->setAccessibleName(windowTitle());
    list->setHeaderLabels({tr("Where"), tr("What"), tr("Keys")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    const auto add = [list](const QString &where, const QString &what, const QString &keys) {
        list->addTopLevelItem(new QTreeWidgetItem({where, what, keys}));
    };
    for (const QAction *action : actions.all()) {
        if (!action->shortcut().isEmpty())
            add(Actions::pathOf(action), Actions::textOf(action),
                action->shortcut().toString(QKeySequence::NativeText));
    }
    const QString chart = tr("On a chart");
    add(chart, tr("Move the crosshair; with Shift ten at a time"), QStringLiteral("← →"));
    if (kit::singleKeysAct()) {
        add(chart, tr("Earlier, later"), QStringLiteral("[ ]"));
        add(chart, tr("Zoom in, zoom out"), QStringLiteral("+ −"));
        add(chart, tr("Show data"), QStringLiteral("T"));
    }
    add(chart, tr("Pause, or go live"), tr("Space"));
    add(chart, tr("Go live"), tr("End"));
    column->addWidget(list, 1);
    auto *note = new kit::Label(
        kit::singleKeysAct() ? tr("Letters alone can be switched off: Settings ▸ This window.")
                             : tr("Letters alone are switched off. Settings ▸ This window has the switch."),
        kit::TextRole::Secondary);
    note->setWordWrap(true);
    column->addWidget(note);
    addClose(*this, *column);
}

AboutSheet::AboutSheet(const Options &options, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About Belfry"));
    setMinimumWidth(460);
    QVBoxLayout *column = sheetColumn(*this);
    auto *head = new QHBoxLayout;
    head->setSpacing(tokens::Space4);
    auto *mark = new QLabel;
    mark->setPixmap(kit::appIcon().pixmap(sheetIcon, sheetIcon));
    head->addWidget(mark);
    auto *words = new QVBoxLayout;
    words->setSpacing(tokens::Space1);
    words->addWidget(new kit::Label(QStringLiteral("Belfry"), kit::TextRole::PageTitle));
    words->addWidget(
        new kit::Label(tr("Version %1 · Qt %2").arg(options.version, QString::fromLatin1(qVersion())),
                       kit::TextRole::Secondary));
    words->addWidget(
        new kit::Label(tr("Free software under the GNU General Public License, version 3 or later."),
                       kit::TextRole::Secondary));
    words->addStretch(1);
    head->addLayout(words, 1);
    column->addLayout(head);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(tokens::Space4);
    form->setVerticalSpacing(tokens::Space2);
    for (const auto &[name, path] : options.folders) {
        auto *value = new kit::Label(path, kit::TextRole::Mono);
        value->setElide(Qt::ElideMiddle);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        form->addRow(new kit::Label(name, kit::TextRole::Secondary), value);
    }
    if (!options.folders.isEmpty()) {
        column->addWidget(new kit::Label(tr("Folders"), kit::TextRole::CardTitle));
        column->addLayout(form);
    }
    column->addStretch(1);
    addClose(*this, *column);
}

} // namespace shell
