// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/modelform.h"

#include "settings/formdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QSpinBox>

namespace settings {

namespace {
constexpr int longestUrl = 2048;
constexpr int longestModel = 256;
// As assistant.settings.set takes them.
constexpr int mostTokens = 1'000'000'000;
constexpr int leastWait = 1;
constexpr int mostWait = 120;
constexpr int leastAnswer = 5;
constexpr int mostAnswer = 600;

struct ModelWords
{
    Q_DECLARE_TR_FUNCTIONS(settings::ModelForm)
};

QCheckBox *tickBox(FormDialog &dialog, const QString &text, bool isTicked)
{
    auto *box = new QCheckBox(text);
    box->setChecked(isTicked);
    dialog.addField(QString(), box);
    box->setAccessibleName(QString(text).remove(u'&'));
    return box;
}
} // namespace

ModelForm::ModelForm(FormDialog &dialog, const assistant::Settings &before)
    : m_dialog(dialog), m_before(before), m_from(new QComboBox)
{
    m_from->addItem(ModelWords::tr("the rules of this house alone"));
    m_from->addItem(ModelWords::tr("a model at an endpoint, which phrases them"));
    m_from->setCurrentIndex(before.url.isEmpty() ? 0 : 1);
    dialog.addField(ModelWords::tr("A&nswers come from:"), m_from);
    addEndpoint();
    addLimits();
    QObject::connect(m_from, &QComboBox::currentIndexChanged, &dialog, [this] { allow(); });
    allow();
}

void ModelForm::addEndpoint()
{
    m_url = m_dialog.addLine(ModelWords::tr("&Endpoint:"), longestUrl);
    m_url->setText(m_before.url);
    m_dialog.addHint(ModelWords::tr("Of a service that speaks OpenAI's chat completions, as "
                                    "https://models.example.org/v1"));
    m_private = tickBox(m_dialog, ModelWords::tr("It may be in this net&work or on this machine"),
                        m_before.isPrivateAllowed);
    m_model = m_dialog.addLine(ModelWords::tr("&Model:"), longestModel);
    m_model->setText(m_before.model);
    m_key = m_dialog.addPassword(ModelWords::tr("&Key:"));
    m_dialog.addHint(m_before.hasKey
                         ? ModelWords::tr("A key is kept. Left empty, it stays; with another host it is "
                                          "forgotten.")
                         : ModelWords::tr("If the service wants one. It is kept encrypted on the server "
                                          "and never shown again."));
    if (m_before.hasKey)
        m_noKey = tickBox(m_dialog, ModelWords::tr("&Forget the key that is kept"), false);
}

void ModelForm::addLimits()
{
    m_tokens = addNumber(ModelWords::tr("&Tokens a day, at most:"), 0, mostTokens, m_before.tokensPerDay, {});
    m_wait = addNumber(ModelWords::tr("&Silent for at most:"), leastWait, mostWait, m_before.waitSeconds,
                       ModelWords::tr(" s"));
    m_answer = addNumber(ModelWords::tr("An answer takes at m&ost:"), leastAnswer, mostAnswer,
                         m_before.answerSeconds, ModelWords::tr(" s"));
    m_dialog.addHint(
        ModelWords::tr("When it fails, takes longer or costs more, the rules of this house answer."));
}

QSpinBox *ModelForm::addNumber(const QString &label, int from, int to, int value, const QString &suffix)
{
    auto *number = new QSpinBox;
    number->setRange(from, to);
    number->setGroupSeparatorShown(true);
    number->setSuffix(suffix);
    number->setValue(value);
    m_dialog.addField(label, number);
    return number;
}

bool ModelForm::isWanted() const { return m_from->currentIndex() == 1; }

void ModelForm::allow()
{
    const QList<QWidget *> fields{m_url, m_private, m_model, m_key, m_tokens, m_wait, m_answer};
    for (QWidget *field : fields)
        field->setEnabled(isWanted());
    if (m_noKey)
        m_noKey->setEnabled(isWanted());
}

bool ModelForm::read(assistant::SetSettings &command) const
{
    if (!isWanted()) {
        command.url = QString();
        return true;
    }
    command.url = m_url->text().trimmed();
    command.model = m_model->text().trimmed();
    command.isPrivateAllowed = m_private->isChecked();
    command.tokensPerDay = m_tokens->value();
    command.waitSeconds = m_wait->value();
    command.answerSeconds = m_answer->value();
    if (!m_key->text().isEmpty())
        command.key = m_key->text();
    else if (m_noKey && m_noKey->isChecked())
        command.key = QString();
    if (command.url->isEmpty()) {
        m_dialog.fail(ModelWords::tr("Give the address of the endpoint."), m_url);
        return false;
    }
    return true;
}

} // namespace settings
