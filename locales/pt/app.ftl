# What the app says on its screens. Short plain sentences: they are read by frightened people, in a hurry, in their second language.
# Words of the house: Esconder (Hide: close and lock) and Apagar (Erase: wipe). A report is um relato, an alert um alerta, moderators a moderação.
# Never topic, identifier, charter, board or relay: areas, number or plate, our rules.

app-hide = Esconder
app-back = Voltar

## The app itself

app-home = Início
app-loading = Um momento…
app-not-loaded = Esta página não abriu
app-not-loaded-why = Talvez você esteja sem conexão, ou haja uma versão mais nova deste app. Abra o app outra vez. Nada se perdeu.
app-reload = Abrir outra vez
app-broken = Este navegador não devolve nada
app-broken-why = O que este app guardou aqui não pode ser lido agora. Talvez o telefone esteja cheio, ou esta seja uma janela privada. Feche outras abas e tente outra vez. Nada foi apagado.

## The first screen

welcome-title = Aqui a gente se avisa, entre colegas.
welcome-no-police = Sem polícia.
welcome-no-emergency = Não é uma linha de emergência: talvez todo mundo esteja dormindo.
welcome-telegram = O Telegram pode ver que você usa isto, mas não o que escreve aqui dentro.
welcome-never-type = Nunca escreva isso no chat.
welcome-lost = O que este app guardava aqui já não está: este telefone ou o navegador apagou. Peça um código novo à moderação. Os relatos enviados estão com ela; as respostas já não chegam a este telefone.
welcome-lost-copied = Este telefone apagou o que o app guardava aqui. Com as suas 12 palavras volta tudo, os seus relatos também.
welcome-words = Tenho as minhas 12 palavras
welcome-erase-copy = Apagar o que resta
welcome-code = Tenho um código
welcome-help = Ajuda perto de mim
welcome-language = Idioma

## A PIN

pin-new = PIN novo
pin-again = O mesmo PIN outra vez
pin-same = PIN outra vez
pin-again-why = Para que um engano não deixe você de fora.
pin-rule = Pelo menos 6 números. Mais longo é mais seguro.
pin-keys = Números
pin-delete = Tirar
pin-next = Seguinte
pin-letters = Usar letras
pin-digits = Usar números
pin-fault-short = Curto demais: pelo menos 6.
pin-fault-same = Fácil demais de adivinhar: use pelo menos três números diferentes.
pin-fault-run = Fácil demais de adivinhar: não use números seguidos, como 123456.
pin-fault-date = Parece um aniversário. Quem conhece você tenta isso primeiro.
pin-not-alike = Os dois não eram iguais. Comece outra vez.

## How long the app stays open

stay-title = Quando pedir o PIN
stay-why = Pode mudar isto depois, em Segurança. Esconder sempre tranca de imediato.
stay-0 = Sempre
stay-0-hint = Tranca meio minuto depois que você sai. O melhor, se outras pessoas usam este telefone.
stay-900 = Depois de 15 minutos
stay-900-hint = Fica aberto enquanto você vai e volta.
stay-28800 = Depois de 8 horas
stay-28800-hint = Um PIN por turno. Quem tiver o telefone desbloqueado pode ler este app.

## Coming in

join-title = O seu código
join-code = Código
join-code-hint = { $count ->
    [0] Pode colar. Maiúsculas, espaços e traços não importam.
   *[other] { $count } de 27
}
join-never-chat = Nunca envie um código num chat, nem ao bot: deixaria de servir.
join-have-words = Sem código, mas com as suas 12 palavras?
join-other-phone = Tenho o meu outro telefone comigo
join-looking = Vendo o código…
join-code-short = O código não está completo: tem 27 letras e números, e aqui há { $count }.
join-code-long = É longo demais: um código tem 27 letras e números, e aqui há { $count }.
join-code-strange = Um código só tem letras e números, e nenhum U. Veja outra vez.
join-code-wrong = Uma letra ou um número está errado. Compare outra vez.
join-code-gone = Este código já não serve: foi usado, cancelado ou é velho demais. Peça outro.
join-code-waits = Um telefone da moderação tem de renovar este código primeiro. Continua sendo seu: tente daqui a umas horas.
join-offline = Você está sem conexão, ou o nosso servidor não responde. Para entrar é preciso conexão. Nada foi guardado: tente quando tiver.
join-not-kept = Este navegador não guarda nada: talvez seja uma janela privada, ou o telefone esteja cheio. Nada foi guardado. Tente outro navegador.
join-refused = O que o nosso servidor enviou não é de confiança, por isso você não entrou. Diga a quem lhe deu o código.
join-asked-title = Pedem que você modere
join-asked = Quem lhe deu este código pede que você ajude na moderação. Quem modera lê todos os relatos e decide em conjunto o que sai. Leva tempo, e há coisas duras de ler.
join-asked-yes = Sim, vou moderar
join-asked-yes-hint = Você entra como qualquer pessoa. Depois a moderação chama você.
join-asked-no = Agora não
join-asked-no-hint = Você entra do mesmo jeito. Pode dizer que sim mais tarde, em Coletivo.
join-name-title = Um nome aqui dentro
join-name = Como a moderação chama você
join-name-hint = A moderação vê este nome; as outras pessoas, não. Não use o seu nome verdadeiro nem o de trabalho.
join-name-other = Sugerir outro
join-pin-title = Escolha um PIN
join-pin-why = Tranca este app neste telefone. Ninguém pode trocar o PIN por você.
join-coming = Entrando
join-coming-hint = Costuma levar menos de um minuto. Deixe esta página aberta.
join-reading = Lendo o que já se sabe…
join-checking = { $count ->
    [one] Verificando { $count } mensagem…
   *[other] Verificando { $count } mensagens…
}
join-locking = Trancando com o seu PIN…
join-done = Pronto

recover-title = Voltar com as suas 12 palavras
recover-how = Perdeu o telefone, quebrou ou tem um novo? Com estas palavras você volta aqui com o mesmo nome. Não precisa de código.
recover-never-chat = Não escreva em nenhum outro lugar.
recover-looking = Fazendo as suas chaves com as palavras. Num telefone velho demora um pouco…
recover-count = { $count ->
    [one] Aqui há { $count } palavra. São 12.
   *[other] Aqui há { $count } palavras. São 12.
}
recover-word = A palavra { $place } não existe na lista. Compare com o seu papel.
recover-together = Estas 12 palavras não combinam. Uma é outra, ou a ordem está errada.
recover-nothing = Não há nada guardado com estas palavras. Compare outra vez. Se estão certas, o telefone delas não teve conexão depois de as mostrar, ou não teve há um ano. Então peça um código.
recover-removed = Estas palavras não abrem nada de novo aqui. Talvez o seu nome tenha sido tirado da lista; a moderação pode dizer.
recover-refused = O que o nosso servidor enviou não é de confiança, por isso você não voltou. Diga à moderação.
recover-back-title = Você está de volta
recover-back = O mesmo nome, o mesmo lugar. Ninguém foi avisado.
recover-gone = O que estava só no telefone velho perdeu-se: rascunhos e as respostas aos seus relatos. Os relatos estão com a moderação.
recover-with-reports = Os seus relatos e as respostas também estão aqui. Só faltam os rascunhos.
recover-old-phone = Outra pessoa pode ter o seu telefone velho? Ligue para alguém da moderação: tira este nome da lista, e assim aquele telefone fica de fora, e dá-lhe um código novo.
recover-go-on = Continuar

beside-how = No outro telefone abra Segurança e depois “Adicionar ou trocar de telefone”. Ele mostra um código.
beside-digits-title = Escreva estes números no outro telefone
beside-digits-why = Mostram que você tem os dois telefones. Deixe esta página aberta.
beside-late = Passaram os dez minutos. Comece de novo no outro telefone.
beside-in-title = Este telefone já está dentro
beside-in = Os dois telefones são você agora: o mesmo nome, os mesmos alertas.
beside-reports = Os relatos que escreveu no outro telefone ficam lá, e as respostas também.

words-title = Palavras de recuperação
words-why = Estas 12 palavras abrem este app neste telefone se você esquecer o PIN, e servem para voltar noutro telefone se perder este.
words-paper = Escreva em papel. Não tire foto, nem escreva noutro app. Quem tiver as palavras pode passar por você.
words-alone = Alguém está olhando? Então faça isto mais tarde.
words-show = Mostrar as palavras
words-later = Mais tarde
words-written = Já escrevi
words-asked = Três delas, para confirmar
words-number = Palavra { $number }
words-check = Verificar
words-wrong = Uma delas não está certa. Veja o seu papel, ou volte e veja outra vez.
words-keeping = Guardando…
words-kept = As suas palavras de recuperação abrem este app. Guarde o papel onde ninguém procura.
words-elsewhere = Também servem para voltar noutro telefone.
words-elsewhere-later = Também servirão para voltar noutro telefone, quando um telefone da moderação deixar você entrar e este tiver conexão outra vez.
words-pin-why = Primeiro o seu PIN, para que mais ninguém veja as palavras.

prefer-title = Zonas e idiomas
prefer-here-only = Guardado só neste telefone. Mais ninguém vê o que você escolhe.
prefer-areas = Onde você trabalha
prefer-areas-hint = Alertas mostra então só estas, e tudo com um toque. Se não escolher nenhuma, vê tudo. Verificar procura sempre em todo lugar, e o que é muito perigoso aparece sempre.
prefer-languages = Idiomas que você lê
prefer-languages-hint = Alertas em outras línguas também aparecem, com uma marca.

## Home

home-title = Do que você precisa?
home-check = Verificar
home-check-hint = Um número, uma placa, uma aparência: já se conhece?
home-report = Relatar
home-report-hint = Conte o que aconteceu. Pode parar quando quiser.
home-alerts = Alertas
home-alerts-hint = Do que outras pessoas avisam
home-more = Mais
home-mine = Os meus relatos
home-begun =
    { $count ->
        [one] Você começou um relato
       *[other] Você começou { $count } relatos
    }
home-asked = { $count ->
    [one] { $count } à sua espera
   *[other] { $count } à sua espera
}
home-desk = Moderação
home-collective = Coletivo
home-safety = Segurança
home-help = Ajuda perto de mim
home-fetching = Buscando novidades…
home-never = Ainda sem novidades
home-synced = Novidades: { $ago }
home-alerts-count = { $count ->
    [0] nenhum alerta
    [one] { $count } alerta
   *[other] { $count } alertas
}
home-offline = sem conexão
home-offline-telegram = Você está sem conexão. Deixe isto aberto: dentro do Telegram não dá para abrir de novo sem conexão. Segurança diz onde dá.
home-fetch = Buscar novidades agora
home-words = Você ajuda na moderação. Escreva hoje as suas palavras de recuperação: sem elas, um PIN ou um telefone perdido está perdido para sempre.
home-words-now = Escrever agora
home-trouble = Sem novidades: { $sentence }
home-refused-desk = Algo não foi aceito, porque não é de confiança. Se acontecer de novo, fale com o resto da moderação, fora deste app.
home-withheld-desk = O nosso servidor não entrega algo a este telefone. Pode faltar algo aqui. Pergunte ao resto da moderação se acontece o mesmo.
home-stale-desk = Há duas semanas que poucos telefones da moderação acordam. O que está aqui pode ser antigo. Peça ao resto da moderação que abra este app.
home-refused = { $count ->
    [one] { $count } mensagem não foi aceita, porque não é de confiança. Avise a moderação.
   *[other] { $count } mensagens não foram aceitas, porque não são de confiança. Avise a moderação.
}
home-withheld = { $count ->
    [one] { $count } mensagem não chega a este telefone. Pode faltar algo aqui. Avise a moderação.
   *[other] { $count } mensagens não chegam a este telefone. Pode faltar algo aqui. Avise a moderação.
}
home-stale = Nada da moderação há { $count } dias. O que está aqui pode ser antigo. Pergunte a alguém da moderação.
home-healing = O nosso servidor perdeu dados, e os telefones de todo mundo estão devolvendo o que faltava. Até lá, o que você enviar espera neste telefone.
home-clock = O relógio deste telefone e o do nosso servidor têm { $count } minutos de diferença. Ponha a hora automática neste telefone.
home-waits = Você já entrou: pode ler, verificar e relatar. Um telefone da moderação ainda tem de confirmar a sua entrada; isso acontece sozinho.
home-willing = Você disse sim para moderar. Quem modera vê isso e decide em conjunto. Até lá, não é preciso fazer nada: quando você moderar, aparece aqui.
home-promoted = Agora você modera. Os relatos chegam na Moderação, e você decide junto com as outras pessoas.
home-promoted-desk = Abrir a Moderação
home-alarm-gate = Há algo errado com as chaves do nosso servidor: quem fez as últimas pode deixar outras pessoas de fora. Diga a alguém da moderação em quem confie, fora deste app.
home-alarm-cover = Há algo errado com as últimas chaves: algumas pessoas não conseguem abrir o que chega agora. Diga a alguém da moderação em quem confie, fora deste app.
home-alarm-desk = Há algo errado com a chave que tranca os relatos: nem toda a moderação consegue abrir. Diga a alguém da moderação em quem confie, fora deste app.

## The lock

locked-title = Trancado
locked-pin = PIN
locked-open = Abrir
locked-opening = Abrindo…
locked-full = Este telefone está cheio. Elimine algumas fotos ou outras coisas de que não precisa e tente outra vez.
locked-forgot = Esqueci o PIN
locked-erase = Apagar
locked-wait = { $count ->
    [one] Tentativas erradas demais. Espere { $count } minuto. Nada é apagado.
   *[other] Tentativas erradas demais. Espere { $count } minutos. Nada é apagado.
}

opening-newest = Alertas mais recentes
opening-more = Os outros estão sendo abertos…
opening-check = A verificação responde assim que todos os alertas estiverem abertos. Até lá não diz nada: uma parte não basta.
opening-soon = Abre assim que tudo estiver pronto.

forgot-title = Esqueci o PIN
forgot-how = As suas 12 palavras de recuperação também abrem. Depois você escolhe um PIN novo.
forgot-words = As 12 palavras, separadas por espaços
forgot-twelve = Não são 12 palavras.
forgot-wrong = Estas palavras não abrem este app. Compare com o seu papel.
forgot-new-pin = Um PIN novo
forgot-no-words = Sem as palavras? Então ninguém pode abrir, nem nós. Você pode apagar tudo e entrar de novo com outro código.

elsewhere-title = Aberto noutra aba
elsewhere-why = Este app está aberto noutra aba ou janela. Dois ao mesmo tempo iriam se atrapalhar.
elsewhere-here = Usar aqui
elsewhere-waiting = O outro está fechando…
elsewhere-failed = A outra aba não fecha. Feche você, e tente outra vez.

erase-title = Apagar
erase-next = Continuar
erase-does-title = O que faz
erase-does = Tudo deste app some deste telefone: alertas, os seus relatos, rascunhos, chaves, o seu PIN.
erase-does-not-title = O que não faz
erase-not-sent = O que você enviou fica com a moderação.
erase-not-membership = Você continua na lista até a moderação tirar. Se anotou as suas 12 palavras, elas ainda trazem você de volta: destrua o papel se não quiser isso. Sem elas, precisa de um código novo.
erase-not-telegram = O chat no Telegram fica. Elimine o chat lá também, e veja a lista de dispositivos do Telegram.
erase-not-copies = Se alguém copiou este telefone antes, essas cópias ficam como estão.
erase-sure = Apagar tudo?
erase-for-good = É para sempre. O que só está neste telefone, como os rascunhos, nada pode trazer de volta.
erase-now = Apagar tudo agora
erase-keep = Não apagar
erase-erasing = Apagando…

## Safety

safety-title = Segurança
safety-pin = Mudar o PIN
safety-pin-hint = Se alguém pode ter visto
safety-duress = Um PIN que apaga
safety-duress-hint = Se alguém obrigar você a abrir este app
safety-stay = Quando pedir o PIN
safety-stay-hint = Sempre, depois de 15 minutos, depois de 8 horas
safety-words = Palavras de recuperação
safety-words-hint = Se esquecer o PIN ou perder este telefone
safety-device = Adicionar ou trocar de telefone
safety-device-hint = Usar em dois telefones, ou num novo
safety-compare = Comparar com alguém
safety-compare-hint = Chega o mesmo aos dois telefones?
safety-pings = Avisos no Telegram
safety-pings-hint = “1 novidade”, e mais nada
safety-prefer = Zonas e idiomas
safety-prefer-hint = Onde você trabalha, o que lê
safety-offline = Sem conexão
safety-offline-hint = Onde este app abre sem conexão
safety-language = Idioma do app
safety-language-hint = As palavras nos botões
safety-erase = Apagar
safety-done = Pronto
safety-change = Mudar o PIN
safety-changed = Mudou. O PIN velho já não abre nada.
safety-pin-now = O seu PIN de agora
safety-old-pin = Agora, o PIN que você tem
safety-old-pin-why = Para que mais ninguém mude.
safety-other-pin = Este não pode ser usado. Volte e escolha outro.
safety-wait = Tentativas erradas demais. Espere uns minutos. Nada é apagado.
safety-language-why = O que as pessoas escreveram fica no idioma em que escreveram.
safety-version = Versão { $version }, build { $build }. Alguém com um computador pode comparar: parasol verify.
safety-data = Dados gastos com novidades e mensagens este mês: cerca de { NUMBER($now) } MB. No mês passado: { NUMBER($before) } MB.
safety-limits = Qualquer pessoa pode tirar foto do que se vê aqui. Um telefone roubado e desbloqueado pode ser lido. Quem fornece este app poderia fornecer um mau.

duress-title = Um PIN que apaga
duress-what = Um segundo PIN. Se alguém obrigar você a abrir este app, dê este: tudo é apagado de imediato, e parece que ninguém nunca entrou.
duress-gone = É para sempre. Não pergunta se você quer. Os relatos que enviou ficam com a moderação; o resto se perde. Se anotou as suas 12 palavras, elas ainda trazem você de volta.
duress-not-hidden = Não ajuda contra alguém que já copiou este telefone, ou que sabe que você usa este app e pergunta onde foi parar.
duress-unknown = Ninguém pode ver se existe esse PIN, nem esta página.
duress-set = Pôr este PIN
duress-off = Não quero nenhum
duress-new = O PIN que apaga
duress-different = Tem de ser diferente do seu PIN em pelo menos três números, ou mais longo ou mais curto.
duress-sure-why = O seu próprio PIN, para que mais ninguém ponha um. Depois disto, o novo apaga tudo sempre que for digitado.
duress-off-why = O seu próprio PIN. Depois disto, nenhum PIN apaga nada.
duress-is-on = Está posto. Sempre que for digitado, aqui ou ao abrir, tudo é apagado.
duress-is-off = Agora não há nenhum.

compare-title = Comparar com alguém
compare-how = Ao vivo ou por chamada: cada pessoa abre esta página e lê em voz alta.
compare-making = Fazendo as palavras…
compare-number = Número { $number }
compare-same = Se o número é igual, as palavras também têm de ser. Um número mais baixo só quer dizer que um dos telefones tem novidades velhas.
compare-different = Mesmo número, outras palavras? Então cada telefone recebe uma coisa diferente. Não confie neste app até perguntar a alguém da moderação, fora dele.

device-title = Adicionar ou trocar de telefone
device-why = No outro telefone abra este app, toque em “Tenho um código” e depois em “Tenho o meu outro telefone comigo”. Depois, os dois telefones são você.
device-stay = Os relatos que escreveu aqui ficam aqui: só este telefone vê as respostas. Se vai trocar, espere essas respostas antes de apagar este telefone.
device-alone = Faça isto onde ninguém veja nenhuma das duas telas.
device-show = Mostrar o código
device-pin-why = Primeiro o seu PIN: quem faz isto deixa entrar um telefone como se fosse você.
device-code-title = Um código para o seu outro telefone
device-code-how = Escreva no outro telefone, ou copie com a câmera dele. Depois ele mostra seis números: escreva aqui.
device-digits = Os seis números do outro telefone
device-digits-hint = Só de um telefone que você tem na mão. Nunca números que alguém lhe diga.
device-digits-wrong = São seis números. Escreva como estão no outro telefone.
device-give = Deixar entrar
device-waiting = Esperando o seu outro telefone…
device-taken = O seu outro telefone já tem tudo.
device-not-yours = Não era o seu telefone? Ligue já para alguém da moderação: tira este nome da lista.
device-late = Ninguém recebeu em um minuto. Comece de novo.
device-not-yet = Primeiro um telefone da moderação tem de deixar você entrar. Tente mais tarde.

pings-title = Avisos no Telegram
pings-what = O bot diz então “1 novidade”, e mais nada. Não é obrigatório: tudo funciona sem isto.
pings-knows = O Telegram fica sabendo que a sua conta usa este bot. Quem cuida do bot também. Não ficam sabendo o que você lê ou escreve.
pings-bot = O nome do bot, se souber
pings-bot-hint = Dá um link para tocar. Este telefone não sabe o nome.
pings-bot-wrong = O nome de um bot só tem letras, números e _.
pings-other = É outro bot? O nome dele
pings-other-hint = Cada bot vê que conta fala com ele. Se a moderação deu outro nome, escreva esse.
pings-how = Copie esta linha, vá ao chat com o bot e envie exatamente isto:
pings-how-link = Copie este link e abra no Telegram:
pings-open = Abrir o bot
pings-tap = Toque em “Abrir o bot” e depois em Iniciar. Deve ser o bot que você conhece: { $bot }
pings-desk-title = Para a moderação: quando algo espera
pings-desk-hint = Um aviso seu, para o seu turno
pings-desk-what = O bot diz então “1 novidade” também quando algo espera a moderação.
pings-desk-knows = Com isto, o Telegram e quem cuida do bot ficam sabendo que esta conta modera.
pings-desk-without = Sem isto tudo funciona também: o que espera aparece sempre que você abre.
pings-desk-agree = Eu sei. Mostrar
pings-copy = Copiar
pings-copied = Copiado
pings-not-copied = Não deu para copiar. Toque e segure, e copie você.
pings-ends = Serve por alguns dias, e é preciso repetir de dois em dois meses, mais ou menos. /leave no chat termina.
# Without a connection
offline-telegram = Dentro do Telegram este app não abre sem conexão: o Telegram carrega tudo de novo a cada vez. Enquanto está aberto, continua funcionando.
offline-browser = Num navegador deste telefone dá. Abra lá este endereço:
offline-own-code = Conta como outro telefone: precisa de um código próprio. O que está aqui não passa para lá.
offline-install = Num navegador, escolha “Instalar” ou “Adicionar à tela inicial” no menu. A partir daí abre sem conexão.
offline-check = Verificar responde então com o que este telefone recebeu por último, e diz de quando é. O que você envia sai com a próxima conexão.

## When something does not work: one kind sentence each

trouble-offline = Você está sem conexão, ou o nosso servidor não responde. Nada se perdeu: o que escreveu fica neste telefone e sai depois.
trouble-not-ours = Outra coisa respondeu no lugar do nosso servidor. Talvez esta rede peça para entrar primeiro. Nada se perdeu.
trouble-said-no = Desta vez o nosso servidor disse que não. Nada se perdeu. Tente daqui a pouco.
trouble-busy = O nosso servidor tem muito que fazer agora. Nada se perdeu. Volta a funcionar em alguns minutos.
trouble-full = Este telefone não tem mais espaço, então não dá para guardar mais nada. Elimine algo de que não precisa e tente outra vez.
trouble-storage = Este telefone não guardou alguma coisa, ou não a devolve. Feche o app, abra de novo e veja se está lá.
trouble-wrong-pin = Esse não era o PIN.
trouble-maybe-removed = Este telefone não consegue abrir os alertas mais novos. Talvez tenha sido tirado da lista; a moderação pode dizer. O que você tem aqui continua legível.
trouble-clock = A data ou a hora deste telefone parece errada. Acerte e tente outra vez. Nada se perdeu.
trouble-refused = O que o nosso servidor enviou não é de confiança, por isso não foi aceito. O que você tem aqui continua bom.
trouble-too-old = Este aplicativo é antigo demais para as nossas regras, por isso não lê nada de novo. Feche e abra outra vez para ter o novo. O que você tem aqui continua legível.
trouble-not-allowed = Isso não se pode fazer, ou já não se pode. Volte e veja outra vez.
trouble-bad-input = Algo aqui não pode ser lido. Veja outra vez, ou deixe de fora.
trouble-unknown = Algo deu errado aqui. Nada do que você enviou se perdeu. Feche o app, abra e tente outra vez.

## How long ago

ago-now = agora mesmo
ago-minutes =
    { $count ->
        [one] há { $count } minuto
       *[other] há { $count } minutos
    }
ago-hours =
    { $count ->
        [one] há { $count } hora
       *[other] há { $count } horas
    }
ago-days =
    { $count ->
        [one] há { $count } dia
       *[other] há { $count } dias
    }
ago-months =
    { $count ->
        [one] há { $count } mês
       *[other] há { $count } meses
    }

## Check

check-title = Verificar
check-field = Um número, uma placa, um nome, um link ou um carro
check-hint = Cole qualquer coisa. Um carro: furgão branco, placa termina em KX
check-stays-here = O que você escreve fica neste telefone. Funciona sem rede.
watch-tell = Avise-me se isto aparecer mais tarde
watch-hint = Fica só neste telefone, com o seu PIN: os últimos 20 que você marcar. A primeira página avisa.
watch-listed = Apareceu desde que você verificou:
watch-look = Ler o alerta
watch-enough = Não mostrar mais isto
check-looked-for = Procurado: { $values }
check-as-name = { $value }, como nome ou nome de perfil
check-comparing = Comparando com números escondidos…
check-hidden-not-compared = Não deu para comparar com os números escondidos. O resto, sim.
check-exact = É o mesmo
check-probable = Provavelmente o mesmo. Pergunte à moderação. Até lá, aja como se fosse o mesmo.
check-part = Uma parte combina
check-look = É parecido
check-other-plate = É parecido, mas com outra placa
check-more =
    { $count ->
        [one] E mais { $count }. Diga mais para achar o certo.
       *[other] E mais { $count }. Diga mais para achar o certo.
    }
# $areas (String): areas, with commas, or the name of the collective
check-no-record =
    { $count ->
        [0] Não temos nenhum alerta, { $areas }. Não quer dizer que seja seguro.
        [one] Nada no nosso único alerta, { $areas }. Não quer dizer que seja seguro.
       *[other] Nada nos nossos { $count } alertas, { $areas }. Não quer dizer que seja seguro.
    }
# $since (String): a month and a year
check-no-record-since =
    { $count ->
        [0] Não temos nenhum alerta, { $areas }, desde { $since }. Não quer dizer que seja seguro.
        [one] Nada no nosso único alerta, { $areas }, desde { $since }. Não quer dizer que seja seguro.
       *[other] Nada nos nossos { $count } alertas, { $areas }, desde { $since }. Não quer dizer que seja seguro.
    }

## Alerts

alerts-title = Alertas
alerts-fetch = Buscar novos
alerts-fetching = Buscando…
alerts-area = Zona
alerts-all-areas = Todas as zonas
alerts-severity = Quanto perigo
alerts-all = Todos
# $severity (String): Dangerous
alerts-from = { $severity } ou pior
alerts-none = Não há alertas agora.
alerts-none-such = Não há alertas assim agora.
alerts-not-safe = Não quer dizer que seja seguro.
alerts-count =
    { $count ->
        [one] { $count } alerta, o mais novo primeiro
       *[other] { $count } alertas, os mais novos primeiro
    }
alerts-more = Mostrar mais
alerts-yours =
    { $count ->
        [one] As suas zonas: { $areas }. Há { $count } que não aparece.
       *[other] As suas zonas: { $areas }. Há { $count } que não aparecem.
    }
alerts-show-all = Mostrar tudo
alerts-everywhere = Todas as zonas aparecem.
alerts-only-yours = Só as minhas zonas
alerts-other-language = Texto em { $language }
# $n (Number): 1 to 4, how far it goes on a scale of four
alerts-of-four = { $n } de 4
# $ago (String): 3 hours ago
alerts-as-of = Atualizado { $ago }.
alerts-last-word = Último sinal da moderação: { $ago }.
alerts-withheld =
    { $count ->
        [one] O nosso servidor está retendo { $count } entrada. Pode faltar um alerta aqui. Avise a moderação.
       *[other] O nosso servidor está retendo { $count } entradas. Podem faltar alertas aqui. Avise a moderação.
    }
alerts-stale = Nada da moderação há duas semanas. Podem faltar alertas mais novos aqui. Se puder, pergunte a alguém da moderação.
alerts-taken-back = Retirado
alerts-taken-back-what = Este alerta já não conta. Você ainda vê para que saiba.
alerts-ended = Terminado
alerts-ended-what = Este alerta era para um tempo que já passou. Pode ser antigo.
alerts-so-far-short = Aprovado por uma só pessoa por enquanto
alerts-so-far = Uma segunda pessoa da moderação ainda não viu. Saiu antes porque pode ser urgente.
alerts-disputed = Em dúvida
alerts-disputed-what = Alguém diz que não está certo, e isso está sendo visto.
alerts-corrected-short = Corrigido
alerts-corrected = Corrigido { $ago }
alerts-said-before = Antes dizia:
alerts-published = Publicado { $ago }.
alerts-approved-by =
    { $count ->
        [one] Aprovado por { $count } pessoa da moderação.
       *[other] Aprovado por { $count } pessoas da moderação.
    }
alerts-can-be-faked = Os números mudam de mãos e podem ser falsificados.
alerts-gone = Já não está aqui
alerts-gone-why = Este alerta foi apagado, ou não chegou a este telefone.

## Report

report-title = Relatar
report-kinds = O que aconteceu?
report-health = Há coisas que não podem esperar
report-consent = Quem pode saber?
report-relationship = Com quem aconteceu?
report-when = Quando foi?
report-area = Onde foi?
report-place = Em que tipo de lugar?
report-contact = Como encontraram você?
report-people = Quantas pessoas eram?
report-persons = Como eram essas pessoas?
report-identifiers = Números, nomes, links, placas
report-vehicles = Havia um carro ou outro veículo?
report-happened = O que aconteceu, nas suas palavras
report-pattern = Como começou?
report-injuries = Você se feriu?
report-ongoing = Ainda há perigo?
report-support = Quer ajuda com alguma coisa?
report-review = O que você disse

report-nobody-asks = Escolha uma coisa ou mais. O resto pode esperar, e pode ficar de fora. Ninguém pede provas.
report-send-now = Enviar já, contar mais depois
report-send-now-means = Só para a moderação. Nada vai mais longe até você dizer.
report-step-by-step = Contar mais antes, passo a passo
report-send-added = Enviar o que acrescentei
report-send = Enviar
report-send-and-keep = Enviar, e guardar a minha cópia aqui
report-send-and-keep-hint = Neste app, com o seu PIN
report-next = Seguinte
report-skip = Saltar
report-progress = Pergunta { $at } de { $of }. Pode saltar qualquer uma.
report-kept = Vai ficando guardado. Pode parar quando quiser.
report-not-kept = O que você escreveu por último não pôde ser guardado neste telefone.
# $kinds (String): what happened, of a report that was begun
report-go-on = Continuar: { $kinds }
report-no-kind-yet = Ainda por dizer
report-dont-know = Não sei
report-change = Mudar
report-take-out = Tirar
report-review-hint = Dê uma olhada. Nada aqui precisa estar completo.
report-too-much = É mais do que cabe num relato. Encurte o que escreveu. Nada se perdeu.
report-own-words = Só para a moderação. As suas palavras nunca saem. Em qualquer idioma.
report-happened-field = Escreva muito ou pouco, como quiser
report-pattern-field = O que disse ou escreveu primeiro, o que ofereceu, como se portou
report-injuries-field = Só se quiser dizer
report-language = Idioma em que você escreve
report-room-left =
    { $count ->
        [one] Espaço para mais { $count } letra
       *[other] Espaço para mais { $count } letras
    }

report-person-n = Pessoa { $n }
report-another-person = Descrever outra pessoa
report-vehicle-n = Veículo { $n }
report-another-vehicle = Acrescentar outro veículo

person-q-role = Quem era?
person-q-gender = Homem, mulher…
person-q-age = Idade
person-q-height = Altura
person-q-build = Corpo
person-q-hair = Cabelo
person-q-eyes = Olhos
person-q-marks = Algo que chame a atenção
person-q-weapon = Arma
person-q-ethnicity = Que aparência você viu
person-q-names = Nomes que usou
person-q-names-hint = Se são vários, com vírgulas
person-q-accent = Sotaque
person-q-languages = Idioma que falava
person-q-detail = Mais alguma coisa (só a moderação)

vehicle-q-type = O que era?
vehicle-q-colour = Cor
vehicle-q-marks = Algo que chame a atenção
vehicle-q-make = Marca, como Ford
vehicle-q-model = Modelo, como Transit
vehicle-q-detail = Mais alguma coisa (só a moderação)

consent-own-words = As suas palavras ficam com a moderação. Sempre.
consent-peers = Avisar outras pessoas
consent-peers-hint = A moderação pode escrever um alerta. Nunca diz quem contou.
consent-moderators = Só a moderação
consent-moderators-hint = Nada disto é publicado.
consent-nothing-said = Se não escolher: nada sai antes de você ver e dizer que sim.
consent-wishes = E se quiser
consent-show-first-wish = Quero ver o alerta antes de sair
consent-hold-wish = Esperar até eu dizer
consent-hold-hint = Por exemplo, até estar num lugar seguro.
consent-no-figures-wish = Não contar
consent-no-figures-hint = Senão, entra nas nossas contas, sem nenhum detalhe.
# $alias (String): the name she has here
consent-signed = Mostrar à moderação o meu nome daqui: { $alias }
consent-signed-hint = Senão, não vê nenhum nome.
# The same, in a list of what she said
consent-not-said = por dizer, então vejo tudo antes
consent-show-first = vejo o alerta antes
consent-hold = esperar até eu dizer
consent-no-figures = não contar

when-today = Hoje
when-yesterday = Ontem ou ontem à noite
when-this-week = Há alguns dias
when-this-month = Este mês
when-another-day = Outro dia
when-what-time = A que horas, mais ou menos?

area-other = Noutro lugar
area-hint = Basta o bairro. Sem endereço.

identifiers-field = Cole ou escreva o que tiver
identifiers-hint = Um número, um nome num app, um link, uma placa, um chat inteiro. O app encontra. Uma parte serve: placa termina em KX
identifiers-noted = Anotado
identifiers-none-found = Não se encontrou nada aqui. Se puder, diga o que é:
identifiers-type = O que é?
identifiers-part = Inteiro, ou uma parte?
identifiers-whole = Inteiro
identifiers-add = Acrescentar
identifiers-cannot = Não pode ser isso. Escolha outra coisa, ou deixe: pode contar nas suas palavras.
identifiers-in-text = Você escreveu isto. Acrescentar?
identifiers-in-text-why = Só assim outras pessoas podem verificar, se sair um aviso.
identifiers-take-in = Acrescentar { $value }
identifiers-rest = No campo dos números há também outras palavras. Essas não são enviadas.
identifiers-rest-keep = Pôr tudo em “O que aconteceu”
identifiers-rest-keep-hint = As suas palavras, só para a moderação. Os números continuam anotados.

## After a report was sent

sent-title-here = Guardado, sai em breve
sent-title-taken = Enviado
sent-title-received = Recebido
sent-title-added = O que você acrescentou
sent-here = Está a salvo neste telefone, e sai assim que houver conexão. Pode fechar o app; abra mais tarde.
sent-taken = Saiu deste telefone, trancado. Quando um telefone da moderação tiver, aqui vai dizer Recebido.
sent-received = Um telefone da moderação já tem.
sent-maybe-nobody-awake = Talvez todo mundo esteja dormindo agora.
# The collective's own figure, from a report's arrival to its warning
sent-hours =
    { $count ->
        [one] Costuma ser lido em { $count } hora.
       *[other] Costuma ser lido em { $count } horas.
    }
sent-asks-you = Nenhum alerta sai antes de você o ver e dizer que sim. Veja em Os meus relatos.
sent-sending = Enviando…
sent-tell-more = Contar mais
sent-done = Por agora chega
sent-kept = O que você escreveu fica neste app, com o seu PIN, para poder acrescentar.
sent-forget-words = Já disse tudo. Não guardar aqui

## My reports

mine-title = Os meus relatos
mine-new = Novo relato
mine-look = Buscar respostas
mine-none = Você não enviou nenhum relato deste telefone.
mine-begun = Começado, por enviar
mine-added-not-sent = O que você acrescentou ainda não foi enviado
mine-forget-copy = Não guardar a minha cópia aqui
mine-go-on = Continuar
mine-throw-away = Descartar
mine-throw-away-sure = Sim, descartar para sempre
mine-asked-question = Têm uma pergunta para você
mine-asked-text = Mostram um texto a você
mine-waiting = O que você fez por último ainda não saiu deste telefone. Sai na próxima conexão.
mine-sent-ago = Escrito { $ago }
mine-only-here = Só este telefone sabe que são seus.
mine-gone = Já não está aqui
mine-have-0 = Nenhum telefone da moderação tem ainda.
mine-have-1 = Uma pessoa da moderação já tem.
mine-have-2 = Duas ou mais pessoas da moderação já têm.
mine-they-ask = Perguntam
mine-need-not-answer = Você não precisa responder.
mine-your-answer = A sua resposta
mine-send-answer = Enviar a resposta
mine-text = O que outras pessoas leriam
mine-text-asked = Nada sai antes de você dizer que sim. Está bem assim?
mine-agree = Sim, exatamente isto
mine-agree-hint = Se mudarem uma palavra, têm de perguntar outra vez.
mine-change = Não, é para mudar
mine-disagree = Se não estiver bem, não diga nada, ou escreva à moderação abaixo.
mine-text-unreadable = Enviaram um texto que este telefone não consegue mostrar, por isso não dá para concordar. Escreva à moderação e peça outra vez.
mine-letters = O que foi escrito
mine-they-wrote = A moderação, { $ago }
mine-you-wrote = Você, { $ago }
mine-more = O que você pode fazer
mine-release = O alerta já pode sair
mine-release-hint = Você pediu para esperar
mine-write = Escrever à moderação
mine-message = A sua mensagem
mine-send-message = Enviar
mine-correct = Corrigir ou contar mais
mine-correct-hint = O que você enviar fica no lugar do que já têm.
mine-correct-anew = As suas palavras já não estão neste telefone. O que você enviar fica no lugar do que já têm, por isso conte tudo outra vez; ou então escreva à moderação.
mine-copy = A minha cópia
mine-copy-hint = Mostrada aqui, com o seu PIN
mine-no-copy = Não está guardado neste telefone: a moderação tem.
mine-save = Guardar num arquivo
mine-save-warning = Um arquivo (ficheiro) não fica trancado. Quem abrir este telefone, e talvez outros apps, pode ler. Dentro do Telegram isto pode não fazer nada.
mine-save-sure = Guardar mesmo assim
mine-withdraw = Retirar
mine-withdraw-what = Não se faz mais nada com ele, e nenhum alerta sai. O que já saiu, só a moderação pode retirar. Isto não se pode desfazer.
mine-withdraw-sure = Sim, retirar
mine-forget = Esquecer neste telefone
mine-forget-what = Some deste telefone. Você já não pode responder, corrigir, retirar, nem saber mais dele. A moderação fica com o que tem.
mine-forget-not-sent = Uma parte ainda NÃO foi enviada. Se esquecer agora, ninguém vai receber.
mine-forget-sure = Sim, esquecer

status-here = Neste telefone, ainda por enviar
status-withdrawing = Você retirou. Isso ainda não saiu deste telefone.
status-sent = Enviado. Falta chegar à moderação
status-received = Recebido
status-claimed = Alguém da moderação está tratando disso
status-needs-info = Têm uma pergunta para você
status-answered = Já têm a sua resposta
status-shown = Mostram o texto a você antes
status-agreed = Você disse que sim ao texto
status-approved = Aprovado, ainda não saiu
status-held = Espera até você dizer
status-so-far = O alerta saiu, aprovado por uma só pessoa por enquanto
status-published = O alerta saiu
status-declined = Não sai nenhum alerta disto
status-merged = Juntado a outro relato sobre o mesmo
status-withdrawn = Você retirou
status-retracted = O alerta foi retirado
status-other = Estão tratando disso

## Help near me

help-title = Ajuda perto de mim
help-no-emergency-line = Não somos uma linha de emergência. Talvez todo mundo esteja dormindo.
help-in-danger = Se você está em perigo agora: vá para onde haja gente, ligue para alguém de confiança. O número de emergência traz uma ambulância; pode trazer também a polícia.
help-health = A sua saúde
help-from-us = Esta lista é feita pela moderação. Funciona sem rede.
help-no-list = A moderação ainda não fez uma lista.
help-before-joining = Depois de entrar, você terá aqui uma lista de lugares perto de você.
help-in-language = Em { $language }
help-anywhere = Em qualquer lugar
help-any-clinic = Um hospital ou uma clínica de saúde sexual pode atender você. Não precisa dizer qual é o seu trabalho.
help-no-police-needed = Você pode pedir cuidados sem ir à polícia.
help-somebody-with-you = Você pode pedir que alguém fique junto, que seja uma médica, e que alguém traduza.
help-keep-clothes = Se um dia quiser provas: guarde a roupa que usava num saco de papel. Pode decidir mais tarde.

health-hours = Se houve sexo que você não quis, sem camisinha (preservativo), ou puseram algo na sua bebida, as horas contam.
health-pep = Contra o HIV (VIH): PEP, até 72 horas depois. Quanto antes, melhor.
health-contraception = Contra a gravidez: a pílula de emergência, até 5 dias depois. Quanto antes, melhor.
health-drugged = Se talvez drogaram você: não fique a sós. Os exames só servem um ou dois dias.
health-where = Há isto na urgência de um hospital ou numa clínica de saúde sexual. Não precisa dizer qual é o seu trabalho.

## The desk: for moderators

desk-title = Moderação
desk-only-moderators = Esta página é para a moderação.
desk-none = Nada à sua espera.
desk-none-hint = Relatos novos chegam sozinhos enquanto este app está aberto.
desk-look = Procurar relatos novos
desk-looking = Procurando relatos novos…
desk-waiting =
    { $count ->
        [one] { $count } relato por terminar
       *[other] { $count } relatos por terminar
    }
desk-urgent = URGENTE
desk-late = Ninguém trata disto há meia hora.
desk-reminder =
    { $hours ->
        [0] Ainda só uma pessoa aprovou. Some em menos de uma hora.
        [one] Ainda só uma pessoa aprovou. Some em { $hours } hora.
       *[other] Ainda só uma pessoa aprovou. Some em { $hours } horas.
    }

# What moderators' phones see to be wrong with our keys
alarm-is = ALARME: as nossas chaves mais novas estão erradas.
alarm-was = ALARME: chaves nossas estavam erradas. Agora já há outras certas.
alarm-gate = Podem deixar de fora parte da moderação: talvez um telefone já não entre, ou já não conte para as próximas chaves.
alarm-cover = Deixam de fora pessoas que ninguém tirou da lista: talvez não recebam mais novidades.
alarm-desk = Com elas, só quem as assinou lê os relatos novos.
alarm-signed = Assinado por: { $names }. Nenhum telefone faz isto sozinho: foi de propósito, ou alguém está com os telefones.
alarm-you = O SEU PRÓPRIO telefone está entre eles. Se não foi você, alguém usa as suas chaves: diga de viva voz a alguém da moderação.
alarm-do-talk = Fale com o resto da moderação, de viva voz ou cara a cara. Não aqui nem num chat: quem assinou pode ler.
alarm-do-open = Que cada pessoa abra este app. Assim que bastantes telefones concordarem, chaves certas são feitas e os relatos voltam a chegar.
alarm-do-remove = Já não confia nessas pessoas? Que cada pessoa da moderação as tire da lista, em Pessoas.
alarm-do-new = Se este telefone for recusado a partir de agora, vocês estão de fora: fundem um coletivo novo e avisem de viva voz.

# After our server was restored from an older copy
whole-what = O nosso servidor perdeu dados. Cada telefone que abre este app devolve o que tem. Até alguém dizer que está completo, nada novo é aceito.
whole-say = Está tudo de volta
whole-sure-what = Diga quando a moderação, e tantas pessoas quanto possível, tiverem aberto o app. O que voltar mais tarde já não é aceito.
whole-sure = Sim, está tudo de volta
desk-came = Chegou { $ago }
desk-yours = Seu
desk-taken-by = Está com { $name }
desk-show-finished =
    { $count ->
        [one] Mostrar { $count } relato terminado
       *[other] Mostrar { $count } relatos terminados
    }
desk-hide-finished = Esconder relatos terminados
desk-changes = Mudanças de alertas à espera da moderação
desk-proposes-amendment = { $name } propõe uma mudança
desk-proposes-retraction = { $name } propõe retirar
desk-decisions = Regras, notícias e integrantes a decidir
desk-decisions-count =
    { $count ->
        [one] { $count } espera o seu sim
       *[other] { $count } esperam o seu sim
    }
desk-alerts = Alertas que saíram
desk-alerts-hint = Mudar um, ou retirar
desk-somebody = alguém
desk-gone = Já não está aqui
desk-gone-why = Terminou, foi esquecido, ou não chegou a este telefone.

# Where a report stands, for moderators
desk-state-received = Novo. Ninguém trata disto.
desk-state-mine = Está com você.
desk-state-theirs = Está com { $name }.
desk-state-needs-info = Perguntamos. Ainda sem resposta.
desk-state-answered = A pessoa escreveu. Leia.
desk-state-shown = A pessoa pode ver o texto. Ainda não disse que sim.
desk-state-agreed = A pessoa disse que sim ao texto.
desk-state-waits =
    { $count ->
        [one] Falta mais { $count } pessoa da moderação aprovar o texto.
       *[other] Faltam mais { $count } pessoas da moderação aprovar o texto.
    }
desk-state-held = Está aprovado. A pessoa quer esperar até avisar.
desk-state-enough = Está aprovado. Pode sair.
desk-state-out = O alerta saiu.
desk-state-out-so-far =
    { $hours ->
        [0] Saiu, aprovado por uma só pessoa por enquanto. Outra tem de aprovar em menos de uma hora, ou some.
        [one] Saiu, aprovado por uma só pessoa por enquanto. Outra tem de aprovar em { $hours } hora, ou some.
       *[other] Saiu, aprovado por uma só pessoa por enquanto. Outra tem de aprovar em { $hours } horas, ou some.
    }
desk-state-no-second = Mais ninguém aprovou a tempo. O alerta sumiu.
desk-state-ended = O alerta terminou.
desk-state-taken-back = O alerta foi retirado.
desk-state-declined = Não aceito.
desk-state-merged = Juntado a outro relato.
desk-state-withdrawn = A pessoa retirou.
desk-task-withdrawn = A pessoa retirou o relato, e o alerta ainda está fora. Retire o alerta.
desk-task-corrected = A pessoa corrigiu o relato depois de o alerta sair. Leia, e mude o alerta ou retire.
desk-task-wrote = NOVO: a pessoa escreveu depois. Leia.
desk-task-agreed = NOVO: depois, a pessoa disse sim ao texto.
desk-task-released = NOVO: depois, a pessoa disse que o aviso pode sair.

# One report
desk-told = O que a pessoa contou
desk-her-name = O nome dela aqui: { $name }
desk-no-name = A pessoa não mostrou o nome.
desk-written-in = Escrito em { $language }
desk-talk = Perguntas e respostas
desk-we-asked = Perguntamos
desk-she-says = A pessoa escreveu
desk-no-answer = Ainda sem resposta.
desk-why-declined = O que dissemos à pessoa
desk-alike = Outros parecidos
desk-alike-report = Outro relato: { $by }
desk-alike-alert = Combina com um alerta que saiu
desk-text = O texto para todo mundo
desk-text-agreed = A pessoa disse que sim exatamente a este texto.
desk-text-not-agreed = A pessoa quer ver antes, e ainda não disse que sim a este texto.
desk-text-not-asked = A pessoa não pediu para ver antes.
desk-text-elsewhere = A pessoa disse que sim a um texto que não foi escrito aqui: alguém mostrou outro. Escreva de novo; ela verá então esse.
desk-text-approved =
    { $count ->
        [0] Ninguém aprovou. São precisas { $needed }.
        [one] { $count } pessoa aprovou. São precisas { $needed }.
       *[other] { $count } pessoas aprovaram. São precisas { $needed }.
    }
desk-text-approved-by = Aprovado por { $names }
desk-text-yours = Você já aprovou. Agora é a vez de outra pessoa.
desk-text-changed = Alguém mudou o texto enquanto você o via. Leia o novo antes de continuar.
desk-text-read = Li o texto novo
desk-not-yet = Ainda não: { $why }
desk-steps = O que você pode fazer
desk-nothing = Não há mais nada a fazer aqui.
desk-not-yours = Este relato está com { $name }. Falem antes de fazer qualquer coisa.

desk-claim = Eu trato disso
desk-take-over = Passar para mim
desk-take-over-what = Este relato está com { $name }. Se passar para você, fica sendo seu. Avise { $name }.
desk-take-over-sure = Sim, passar para mim
desk-taken-just-now = { $name } acabou de ficar com ele. Veja outra vez.
desk-hand-back = Deixar para outra pessoa
desk-hand-back-hint = Assim outra pessoa pode tratar disso
desk-read = Já li
desk-ask = Perguntar algo à pessoa
desk-ask-field = A sua pergunta
desk-ask-hint = A pessoa vê quando abrir o app. Não precisa responder. Se há um texto, terá de ser aprovado de novo.
desk-ask-send = Enviar a pergunta
desk-write = Escrever o texto
desk-write-again = Escrever de novo
desk-write-again-hint = O que foi aceito e aprovado não vale para outro texto
desk-approve = Aprovar este texto
desk-approve-again = As nossas regras mudaram desde que foi aprovado. Aprove o mesmo texto mais uma vez.
desk-publish = Publicar agora
desk-publish-hint = Todo mundo aqui vê
desk-so-far = Publicar só com o meu sim
desk-so-far-what = Só para o que é perigoso e não pode esperar. Vai dizer: aprovado por uma só pessoa por enquanto. Outra pessoa da moderação tem de aprovar em 72 horas, ou some. Marque antes as duas perguntas acima.
desk-so-far-sure = Sim, publicar agora
desk-decline = Não aceitar
desk-decline-what = Não sai nenhum alerta. A pessoa vê o seu motivo: escreva com carinho.
desk-decline-field = Por quê
desk-decline-sure = Não aceitar, e dizer por quê
desk-merge = Juntar a outro relato
desk-merge-what = Para dois relatos sobre o mesmo. Este termina, e segue-se com o outro. A pessoa fica sabendo que foi juntado.
desk-merge-none = Não há outro relato aberto.
desk-merge-sure = Sim, juntar
desk-to-alert = Ir ao alerta
desk-done-claimed = Agora está com você.
desk-done-asked = Perguntado. A pessoa vê quando abrir o app.
desk-done-declined = Não aceito. A pessoa vê por quê.
desk-done-handed-back = Agora não está com ninguém. Outra pessoa pode tratar disso.
desk-done-read = Anotado: está lido.
desk-done-approved = Aprovado.
desk-done-published = Saiu. Vai aparecer com as próximas novidades.
desk-done-so-far = Saiu, aprovado por uma só pessoa por enquanto.
desk-done-merged = Juntados. Continue com o outro relato.
desk-working = Um momento…

# Writing what members will read
write-title = O texto para todo mundo
write-title-amend = Mudar o alerta
write-whole = O alerta inteiro de novo: fica no lugar do que se lê agora.
write-shown-first = A pessoa quer ver antes: vai para ela, e espera o sim dela.
write-nuisance = Pelas nossas regras, um simples aborrecimento só é contado. Não pode virar alerta, a não ser que tenha sido mais grave: então escolha abaixo.
write-text = O que foi relatado
write-text-hint = Diga o que foi relatado, nunca o que alguém é. Não com as palavras da pessoa: com as suas.
write-what-to-do = O que fazer (se houver algo)
write-language = Idioma em que você escreve
write-kinds = O que aconteceu
write-severity = Quanto perigo
write-verification = Que certeza temos
write-by = Quantas pessoas confirmam, depois de falar com a moderação?
write-by-fault = Um número de 1 a 999.
write-areas = Onde
write-when = Quando
write-when-keep = Dizer quando: { $when }
write-expires = Quanto tempo fica visível
write-expires-usual = O normal: { $days } dias
write-expires-kept = Como está agora
write-expires-days =
    { $days ->
        [one] { $days } dia
       *[other] { $days } dias
    }
write-disputed = Marcar em dúvida
write-disputed-hint = Alguém diz que não está certo, e isso está sendo visto.
write-persons = Pessoas descritas
write-vehicles = Veículos
write-identifiers = Números, nomes, placas
write-identifiers-too-mild = Pelas nossas regras, números e placas só se mostram a partir de “{ $severity }”. Assim como está, nenhum sai.
write-identifiers-in-words = Nas palavras da pessoa, e não entre eles:
write-identifiers-add = Acrescentar um número ou uma placa
write-show-open = Mostrar
write-show-open-hint = Todo mundo aqui pode ler
write-show-hidden = Escondido
write-show-hidden-hint = Ninguém lê; quem verifica o mesmo encontra este alerta
write-show-out = Deixar de fora
write-shown = À vista
write-left-out = De fora
write-only-she = Antes de continuar
write-only-she-know = Vi cada linha: não há nada que só essa pessoa pudesse saber. Nem a hora, nem o quarto, nem as palavras dela.
write-only-she-is = Diz o que foi relatado, não o que alguém é.
write-tick = Veja as duas coisas, e marque.
write-empty = Escreva o que foi relatado, ou um resumo. O resto aparece abaixo.
write-read = Ler como vai aparecer
write-read-title = Como vai aparecer
write-change = Mudar
write-save = Guardar este texto
write-save-show = Mostrar à pessoa
write-save-amend = Propor esta mudança
write-computing = Escondendo os números. Leva alguns segundos…
write-cannot = Assim não pode sair. Veja os números, as zonas e quanto tempo fica visível.
write-again = Começar de novo a partir do relato
write-kept = Fica guardado enquanto você escreve.

# An alert that is out, for moderators
deskalert-title = Um alerta
deskalert-from = De onde veio
deskalert-to-report = Ir ao relato
deskalert-amend = Mudar
deskalert-retract = Retirar
deskalert-retract-what = Todo mundo aqui vê então que foi retirado, e por quê. Quem relatou também fica sabendo. Não se pode pôr de volta.
deskalert-retract-field = Por quê (todo mundo aqui lê)
deskalert-retract-sure = Retirar
deskalert-proposed-amendment = Proposta: mudar para isto
deskalert-proposed-retraction = Proposta: retirar, porque
deskalert-approve = Aprovar esta mudança
deskalert-out = Pronto. Vai aparecer com as próximas novidades.
deskalert-waits =
    { $count ->
        [one] Proposto. Falta mais { $count } pessoa da moderação.
       *[other] Proposto. Faltam mais { $count } pessoas da moderação.
    }

## Our collective

collective-title = Coletivo
collective-people =
    { $count ->
        [one] { $count } pessoa na moderação.
       *[other] { $count } pessoas na moderação.
    }
collective-nobody-knows = As outras pessoas não veem quem são.
collective-rules = As nossas regras
collective-rules-hint = Como decidimos
collective-figures = Números do coletivo
collective-figures-hint = O que chegou, o que saiu
collective-news = Notícias e perguntas
collective-news-hint =
    { $count ->
        [0] Nada agora
        [one] { $count } agora
       *[other] { $count } agora
    }
collective-moderate = Para a moderação
collective-invite = Convidar alguém
collective-members = Integrantes
collective-members-hint =
    { $count ->
        [one] { $count } pessoa
       *[other] { $count } pessoas
    }
collective-waiting = À espera de um sim
collective-change-rules = Mudar as nossas regras
collective-edit-help = Editar “Ajuda perto de mim”
collective-volunteer = Quero ajudar na moderação
collective-volunteer-what = A moderação verá que você quer ajudar, e pode chamar você. Quem modera lê relatos. Pode ser com o nome que você tem aqui.
collective-volunteer-sure = Sim, diga
collective-volunteered = A moderação verá que você quer ajudar.
collective-done = Pronto. Vai aparecer com as próximas novidades.
collective-proposed =
    { $count ->
        [one] Proposto. Falta mais { $count } pessoa da moderação.
       *[other] Proposto. Faltam mais { $count } pessoas da moderação.
    }
collective-cancel = Melhor não
draft-anew = Descartar as minhas mudanças

# Our rules in words
rules-number = As nossas regras, versão { $number }
rules-alert =
    { $count ->
        [one] { $count } pessoa da moderação tem de aprovar um alerta antes de sair.
       *[other] { $count } pessoas da moderação têm de aprovar um alerta antes de sair.
    }
rules-so-far = Se há perigo, uma só pessoa da moderação pode publicar de imediato. Outra tem de aprovar em 72 horas, ou some.
rules-charter =
    { $count ->
        [one] { $count } pessoa da moderação decide sobre regras novas e sobre quem modera.
       *[other] { $count } pessoas da moderação têm de concordar com regras novas e com quem modera.
    }
rules-remove =
    { $count ->
        [one] { $count } pessoa da moderação pode tirar alguém da lista.
       *[other] { $count } pessoas da moderação têm de concordar para tirar alguém da lista.
    }
rules-identifiers = Números e placas se mostram a partir de “{ $severity }”.
rules-masked = Escondido, só se acha ao verificar: { $types }.
rules-masked-none = Nada é escondido.
rules-nuisance-yes = Também há alertas por simples aborrecimentos.
rules-nuisance-no = Um simples aborrecimento é contado, e não vira alerta.
rules-ethnicity-yes = Um relato pode dizer de que origem alguém parecia ser.
rules-ethnicity-no = Não se pergunta a ninguém pela origem de alguém.
rules-areas = As nossas zonas: { $areas }.
rules-areas-none = Ainda não temos zonas.
rules-country = Números sem código de país contam como sendo de { $country }.
rules-never = Sem polícia. Não se conta nada a ninguém de fora.

# Changing them
rules-name = Como nos chamamos
rules-name-fault = De 1 a 80 letras.
rules-areas-field = As nossas zonas, uma por linha
rules-areas-hint = Os alertas ficam com a zona que têm. Uma zona que você tirar já não se oferece.
rules-country-field = País dos números de telefone (duas letras)
rules-country-fault = Duas letras de um país, como PT. O Reino Unido é GB.
rules-quorum = Quantas pessoas têm de aprovar um alerta
rules-quorum-hint = Conta a partir de três pessoas na moderação. Antes disso, basta uma.
rules-severity = Números e placas se mostram a partir de
rules-masked-field = Escondido, só se acha ao verificar
rules-nuisance = Alertas por simples aborrecimentos também
rules-ethnicity = Perguntar de que origem alguém parecia ser
rules-ethnicity-hint = Nunca se procura por isso. Pode ferir grupos inteiros; decidam em conjunto.
rules-wishes = E
rules-unchanged = Ainda nada mudou.
rules-cannot = Regras assim não podem ser. Veja outra vez as zonas e os números.
rules-review = Rever
rules-changes = Isto mudaria:
rules-propose = Propor estas regras
rules-changed-people-in = { $name } modera a partir daí
rules-changed-people-out = { $name } já não modera
rules-changed-devices = { $name } tem outros dispositivos
rules-changed = { $what }: { $before } passa a { $after }
rules-changed-areas = As nossas zonas passam a: { $areas }
rules-changed-keys = Todas as chaves da moderação são feitas de novo
rules-changed-nothing = Nada muda
rules-what-name = O nosso nome
rules-what-country = O nosso país
rules-what-minimum = Versão mínima do app
rules-what-quorum-alert = Quantas pessoas têm de aprovar um alerta
rules-what-quorum-charter = Quantas têm de concordar com regras novas
rules-what-quorum-erase = Quantas têm de concordar em apagar algo
rules-what-quorum-remove = Quantas têm de concordar em tirar alguém
rules-what-identifiers_from = Números e placas a partir de
rules-what-masked = Escondido
rules-what-nuisance_alerts = Alertas por simples aborrecimentos
rules-what-ethnicity = Pergunta-se pela origem
rules-what-alert_quorum = Quantas têm de aprovar, a partir de três na moderação
rules-what-other = Outra regra
rules-yes = sim
rules-no = não
rules-none = nada
rules-not-said = por dizer

# Invites
invite-title = Convidar alguém
invite-why = Um código deixa entrar uma pessoa. Mostre, ou diga. Nunca envie pelo Telegram: lá seria lido.
invite-for = Para que é?
invite-member = Para entrar
invite-member-hint = Lê alertas, verifica, relata
invite-moderator = Para a moderação
invite-moderator-hint = Quem entra com ele aceita moderar. Você ainda tem de pôr na moderação.
invite-lasts = Quanto tempo serve?
invite-lasts-day = 1 dia
invite-lasts-three = 3 dias
invite-lasts-week = 1 semana
invite-make = Fazer um código
invite-code-title = O código
invite-code-once = Só é mostrado agora.
invite-code-until = Para uma pessoa, até { $date }.
invite-code-where = Com o código, abrir { $address } e tocar em «Tenho um código».
invite-copy = Copiar
invite-copied = Copiado. Outros apps deste telefone talvez também possam ler.
invite-picture = O mesmo código, para uma câmera
invite-open = Códigos que ainda servem
invite-open-none = Nenhum código aberto.
invite-open-one = Para entrar, até { $date }
invite-open-moderator = Para a moderação, até { $date }
invite-made-by = Feito por { $name }
invite-left =
    { $count ->
        [one] falta { $count } hora
       *[other] faltam { $count } horas
    }
invite-call-back = Cancelar o código
invite-call-back-what = Mais ninguém pode entrar com este código.
invite-call-back-sure = Sim, cancelar
invite-called-back = Cancelado.
invite-used-meanwhile = Alguém já entrou com ele. Para tirar essa pessoa, veja em Integrantes.

# Members
members-title = Integrantes
members-why = A moderação vê estes nomes, e mais ninguém.
members-you = você
members-moderates = na moderação
members-willing = quer moderar
members-leaving =
    { $needed ->
        [one] { $count } de 1 concorda em tirar
       *[other] { $count } de { $needed } concordam em tirar
    }
members-leaving-soon = Em breve fora da lista
members-gone = Já não está na lista
members-remove = Tirar da lista
members-remove-what = { $name } não lê nada do que vier depois. O que está no telefone fica lá. Para voltar, precisa de um código novo.
members-remove-second =
    { $count ->
        [0] Você pode fazer isto por conta própria.
        [one] Mais { $count } pessoa da moderação tem de concordar.
       *[other] Mais { $count } pessoas da moderação têm de concordar.
    }
members-remove-phone = Passa a valer quando outro telefone da moderação acordar.
members-remove-sure = Sim, tirar { $name }
members-removed = { $name } já não está na lista, e não pode ler o que vier a partir de agora.
members-remove-waits = Anotado. { $name } sai da lista quando outra pessoa da moderação concordar.
members-remove-awake = De acordo. { $name } sai da lista quando outro telefone da moderação acordar.
members-you-agreed = Você já concordou. Agora é a vez de outra pessoa.
members-remove-moderator-what = { $name } está na moderação. Todas as chaves da moderação são feitas de novo, e todos os códigos abertos são cancelados. Essa pessoa não lê nada do que vier depois; o que leu, tem.
members-remove-yourself = É você. Já não estaria na moderação nem na lista.
members-remove-last = Só você está na moderação. Primeiro ponha mais alguém.
members-replanting = Fazendo todas as chaves de novo. Leva um minuto: deixe isto aberto.
members-replanting-done =
    { $of ->
        [one] { $done } de { $of } pessoa
       *[other] { $done } de { $of } pessoas
    }
members-replant-broken = Não terminou. Nada se perdeu: comece de novo, e continua de onde parou.
members-promote = Pôr na moderação
members-promote-what = { $name } lê então todos os relatos, também os antigos, e decide com você. Primeiro ao vivo: você sabe quem é?
members-promote-sure = Sim, pôr { $name } na moderação
members-promoted = { $name } está na moderação. O telefone dessa pessoa lê os relatos com as próximas novidades.
members-promote-waits =
    { $count ->
        [one] Anotado. Mais { $count } pessoa da moderação tem de concordar.
       *[other] Anotado. Mais { $count } pessoas da moderação têm de concordar.
    }
members-not-willing = Esta pessoa ainda não aceitou moderar. Pode dizer no app dela: Coletivo, Quero ajudar na moderação.

# What somebody has proposed
waiting-title = À espera de um sim
waiting-none = Nada à espera.
waiting-by = Proposto por { $name }.
waiting-approvals =
    { $needed ->
        [one] { $count } de 1 concorda
       *[other] { $count } de { $needed } concordam
    }
waiting-charter = Regras novas
waiting-resources = Uma lista nova: Ajuda perto de mim
waiting-figures = Números do coletivo
waiting-notice = Uma mensagem para todo mundo aqui
waiting-question = Uma pergunta para todo mundo aqui
waiting-other = Algo que este app não conhece
waiting-read = Ler
waiting-approve = Concordar exatamente com isto
waiting-mine = Você já concordou. Agora é a vez de outra pessoa.
waiting-removes = Isto tira alguém da moderação. Concorde junto ao nome, em Integrantes.
waiting-removal = Tirar da lista:
waiting-removal-look = Ver e decidir
waiting-approved-out = Pronto. Já vale; vai aparecer com as próximas novidades.
waiting-approved-more =
    { $count ->
        [one] Anotado. Falta mais { $count }.
       *[other] Anotado. Faltam mais { $count }.
    }

# Figures
figures-title = Números do coletivo
figures-none = Ainda não há números publicados.
figures-from-to = De { $from } a { $to }
figures-now = Contado agora, neste telefone
figures-publish = Publicar estes
figures-publish-what = Todo mundo aqui pode ler estes números. Não levam conteúdo.
figures-received = Relatos recebidos
figures-published = Alertas que saíram
figures-declined = Não aceitos
figures-merged = Juntados a outro
figures-withdrawn = Retirados
figures-open = Ainda abertos
figures-hours = Horas até o alerta sair
figures-less-than-one = menos de 1
figures-other-kinds = Outros tipos
figures-kinds = O que foi relatado

# News and questions
news-title = Notícias e perguntas
news-none = Ainda não há nada aqui.
news-question = Uma pergunta para todo mundo
news-choices = Respostas para escolher:
news-tell = Responda quando vir alguém da moderação. Este app ainda não pode enviar respostas.
news-write = Uma mensagem para todo mundo aqui
news-write-hint = Aparece no app de cada pessoa
news-ask = Uma pergunta para todo mundo aqui
news-text = O seu texto
news-language = Idioma em que você escreve
news-choices-field = Respostas para escolher, uma por linha
news-choices-hint = Também pode não pôr nenhuma.
news-send = Propor
news-empty = Escreva algo primeiro.
news-too-many = No máximo 12 respostas, cada uma até 200 letras.

# Editing Help near me
helpedit-title = Editar “Ajuda perto de mim”
helpedit-what = A lista inteira, como vai aparecer. Está lá sem rede, então mantenha certa.
helpedit-name = Nome
helpedit-kind = Que tipo de ajuda
helpedit-text = O que fazem, quando abrem
helpedit-contact = Como falar com eles
helpedit-language = Idioma deste texto
helpedit-add = Acrescentar outro
helpedit-take-out = Tirar
helpedit-propose = Propor esta lista
helpedit-name-fault = Cada um precisa de um nome.
helpedit-kind-health = Saúde
helpedit-kind-talk = Falar com alguém
helpedit-kind-legal = Ajuda jurídica
helpedit-kind-housing = Um lugar para ficar
helpedit-kind-money = Dinheiro
helpedit-kind-company = Alguém que acompanhe
helpedit-kind-translation = Tradução
helpedit-kind-other = Outra coisa
