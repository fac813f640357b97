# Spanish. See README.md for the format.
@pp = compartido compartida compartidos publicado publicada publicados posteado subido subida difundido difundida tuiteado retuiteado reposteado reenviado colgado colgada puesto puesta lanzado
@past = compartí publiqué subí posteé colgué puse difundí tuiteé reposteé compartimos publicamos subimos colgamos pasé mandé
@past_flat = comparti publique subi postee colgue difundi
@inf = compartir publicar subir postear colgar poner difundir repostear mover
@fut = compartiré publicaré subiré postearé colgaré pondré difundiré haré compartiremos
@pres = comparto publico subo posteo cuelgo pongo difundo hago lanzo
@net = linkedin facebook face fb insta instagram twitter x threads bluesky mastodon tiktok youtube whatsapp wasap xing telegram discord
@place = perfil muro página pagina historia historias stories story estado grupo cuenta canal red redes feed @net
@when = mañana lunes martes miércoles jueves viernes sábado domingo noche tarde semana luego pronto después finde rato mediodía hoy vuelta próxima ahora
[function]
yo tu él ella nosotros me te se nos os lo la los las le les el un una unos unas de del al a en y o pero que no si sí es está son he ha han hemos con por para mi mis su sus ya más muy este esta esto eso ese esa ser estar haber
[rewrite]
q = que
xa = para
xq = porque
x = por
tb = también
ta = está
toy = estoy
pa = para
porfa = por favor
pls = por favor
finde = finde
[done]
y compartido|publicado
esto|este|esta sí
pero ** sí ** está|en
^ @pp|hecho|listo|publicadísimo
^ @past
hecho|listo !de|un
ya ?lo|la|está|ha|quedó|queda|fue|he|se ?está|ha @pp|hecho|listo|subido|quedó|@past|compartí|en
ya quedó|está|listo
lo|la|los he|hemos|ha|tengo|había ?ya|también @pp|hecho|puesto
lo|la|los @past|@past_flat ?ya|ayer|esta|en|a|hoy
he|hemos|ha|han ?ya|sido|lo @pp !con
está|esta|queda|quedó ?ya @pp|hecho|publicada|subido|en|colgado ?en ?línea
acabo|acabamos de compartir|publicar|subir|colgar|poner|hacer ** 
publicado|compartido|subido|puesto|colgado está|queda|en|a|ayer|hoy|esta|por
subido|puesto|colgado|publicado|compartido a|en|por ?mi|el|la ** @place
ha ido|salido por|en
aquí|ahí|este ?está|tienes|tenéis|va|es ?el|mi ?mi enlace|publicación|post|link
mi|mis publicación|post|historia|entrada|tuit ?en|de|lleva|tiene|ha
resultados|datos|números|estadísticas ?de ?mi publicación|post
en|por mi ?insta|perfil|muro|historia|estado|linkedin
va por|en @net
lo ** difundido|movido|pasado por|en|a
[done?]
^ listo
[notdone]
aún|todavía|aun|todavia no
no ?lo|la|le|he|me ?he|ha ?he|podido|dado @pp|hecho|podido|tiempo
no he|hemos|tuve|he-tenido ?podido|tenido tiempo|podido|@pp
no ?me ha|dio|da ?dado tiempo
pendiente
se me olvidó|pasó|pasado|olvidado
casi listo|hecho
ahora|hoy|de-momento no ?puedo
[promise]
semana que viene
lo|la|os|te @fut
@fut
lo|la @pres ** @when|sin|en|cuando|si|tras|promet~
@pres ?lo ** mañana|lunes|martes|miércoles|jueves|viernes|semana|noche|tarde|luego|finde
en cuanto|tan-pronto ** lo|la|me|pueda|tenga|vuelva
cuando|si|tras|después ** lo|la @pres|@fut|haré
voy|vamos|pienso|quiero|intentaré|espero|prometo|tengo|procuraré ?a|de|que ?intentar @inf|hacerlo|compartirlo|publicarlo|subirlo|ponerlo|hacer
@pres|lo-dejo programado
programado|programada|agendado|planificado|borrador|borradores|cola
lo ?he|tengo|dejo|dejado ?dejado programado|agendado|apuntado|pendiente|preparado
prometido|palabra
cuenta|contad|cuenten conmigo !no
^ mañana|luego|después|más-tarde|esta ?noche|tarde|sin
mañana ?mismo|sin|por ?falta|la $
más tarde|adelante
me pongo|encargo
no ?se me|lo olvido|olvida
esperando|espero|falta ?a|solo|que ** foto|visto|permiso|publicar|confirmen|aprobación|darle
dame|dadme|dejadme|déjame|denme ** hasta|día|días|semana|rato
[refuse]
no pienso ** publicidad|hacer
^ no|nop|nones $
no|nop gracias
^ no|nop ?, gracias|este|esta|lo|puedo|quiero|por|me|esta-vez
este|esta|éste|esa|ese|esto ?vez|en ?concreto no|paso|prefiero|la|lo ?no|dejo ?pasar
esta|por vez|ahora ?vez no|paso
prefiero|mejor ?no|que compartirlo|publicarlo|compartir|publicar|no|pasar|hacerlo
prefiero no
no ?lo|la|me|quiero|voy|pienso|puedo|deseo|creo ?a|voy|que|quiero ** @inf|compartirlo|publicarlo|hacerlo|difundirlo|veo|compartirla|publicarla|ponerlo
no ?lo|la @fut|@pres
no ?me|va|es|encaja|me-parece veo|convence|gusta|interesa|apetece|va|encaja|siento|parece ?nada|con|para
no va|es|encaja|tiene con|para|mi|lo ?perfil|mío|conmigo|ver
paso ?de|esta|palabra ?esta|este
ni ?de broma|loco|loca|hablar|en
demasiado político|comercial|personal|corporativo
conmigo no
no cuent~
cerré|borré|eliminé mi|mis|todas|todos ?mis redes|cuentas|cuenta|perfiles
[noshare]
no ?lo|la|suelo|voy|pienso|quiero|tengo|uso|publico|comparto|pondré|subo ?a|voy|de|pienso|tengo ** @inf|publicarlo|compartirlo|redes|nada|publico|comparto|subirlo|publicarla
publicarlo|compartirlo|publicarla|publicar|compartir|redes ?, no
no publico|comparto|subo|pongo ?nada|en|eso|estas
sin @inf|compartirlo|publicarlo
no|ni tengo|uso|estoy|soy ?en|de redes|ninguna|linkedin|publicar|compartir
me lo|la quedo|guardo
prefiero ?quedarme|seguir ?de|como|solo lector|lectora|leer|leyendo
nada de @inf|redes
[read]
leído|leida|leido|leída|leídos
^ leí
lo|la|he|hemos|acabo ?he|de leí|leído|leer|leido
interesante|útil|instructivo|práctico
muy|bastante|súper|me interesante|útil|bueno|bien|instructivo|claro
me ha|sirve|sirvió|viene|vino|servirá|gustó|aclaró ?venido|servido|gustado|ayudado|parecido|aclarado|perlas|de
buen|buena artículo|lectura|texto|información|resumen
he aprendido
guardado|impreso|archivado
[leave]
baja|darme|dadme|dame|denme|dar|deme ?dar ?de ** baja !hasta|médica
dadme|dame|denme|darme|deme|dar|date|causar|solicito|quiero|deseo ?la|mi|de|darme ?de baja
dar ?me ?de baja ?de|por|definitiva
borradme|bórrenme|bórrame|quitadme|quítenme|quítame|sacadme|sáquenme|sácame|eliminadme|elimínenme|eliminar|borrar|quitar|elimina|eliminad|tachadme|retírenme
quiero|deseo|prefiero|voy|decidido ?a ?me dejar|dejarlo|salir|salirme|abandonar|retirarme|borrarme|desapuntarme|dejo ?de|del|el|la
no|ya-no quiero|deseo|quisiera|me-interesa ** más|seguir|participar|recibir|formar|nada
ya no quiero|deseo|participo|soy|me
no ?me|quiero ?más|volváis|vuelvan|vuelvas ?a correos|escribir|enviar|mandar|molest~ ?!hasta
retiro|revoco|revocar|cancelo ** consentimiento|participación|permiso|suscripción
último|última ?vez|post|que ?que ** baja|dejo|borr~
es|era|fue mi|el|la último|última
desuscrib~|desinscrib~|darse-de-baja
dejo|abandono|me-voy ?el|la|de ?la programa|empresa|lista|grupo|proyecto
me jubilo|voy-de
para siempre
definitivamente
no contéis|cuenten más
nunca más
harto|harta|cansado|cansada de
rgpd|lopd
[stop]
^ stop
basta ?ya ?de|con $
no me|nos|enviéis|mandéis ?enviéis|mandéis|mandes|envíes|envíen|manden|escribáis|escriban|escribas|propongáis ?nada|más|ya ?nada|más
no|nada|ningún|sin ?más correos|correo|mensajes|envíos|mails|propuestas|enviar|mandar
dejad|deja|dejen|dejar de enviar|mandar|escribir|enviarme|mandarme|escribirme|molestar
basta|stop|paren|parad|para ?ya|de|con ?de correos|mensajes|mails|envíos|enviar
[stay]
no ?me|es|quiero|estoy ?voy|una|estoy|quiero baja|salgo|borro|dejarlo|abandono
seguid|sigue|sigan|seguir ?me enviando|mandando|contando|mandándome|enviándome
la|para|el próxima|próximo|siguiente ?vez|sí
estoy ?de baja ?médica|hasta|por
última semana|vez|noche|hora|hora
[pause]
pausa|descanso|parón|paréntesis|suspender|suspended|suspendan|pausar|pausad|pausadme|congelad|respiro ** hasta|semana|semanas|mes|meses|por|de
^ pausa
una|en|de|un pausa|descanso|parón|respiro
estoy de baja|vacaciones|permiso|excedencia ** hasta
de|por baja ?médica|maternal|de ** hasta
hasta ** no|nada|entonces ?me
después|luego|entonces ?los|ya|sí seguimos|retomo|retomamos|vuelvo|queráis|reanud~
vuelvo|retomo|retomamos|seguimos|reanudo ** en|el|después|a|luego
[until]
hasta ?el|la|que|finales|después|septiembre|enero|entonces|nuevo|final|mediados
hasta
durante ?el|la|los|las|un|unas ?dos
un|una|dos|tres|cuatro|unas|unos|2|3|4|6 meses|mes|semanas|semana|días
en|por vacaciones|verano|agosto|julio|exámenes|navidad
temporalmente|momento
[resume]
después|luego|entonces|ya ?los|ya|vuelvo|sí vuelvo|seguimos|retomo|retomamos|queráis|encantada|encantado|sigo|podéis
vuelvo|retomo|reanudo
a partir de
[ask]
^ qué|quién|cómo|cuándo|dónde|cuál|cuánto|por-qué|cuántos|quien|como|cual
puedo|podéis|puedes|podrías|debo|sabéis|sabes|alguien
enlace|página|foto|imagen|botón|artículo|vídeo|link ** no|error|404|falta|roto
no ?me|hay|encuentro|veo|funciona|abre|carga ** enlace|foto|imagen|funciona|abre|adjunt~|botón|carga
consulta|pregunta|duda
me gustaría|quisiera|necesito saber|preguntar
falta la|el|una ** foto|imagen|enlace|fecha
[suggest]
propongo|sugiero|sugerencia|propuesta|idea|recomiendo|proponer|sugerir
podríais|podríamos|podrían|deberíais|deberíamos|estaría|sería|podéis ?bien|genial|interesante|bueno|también|de|mejor ** @inf|mover|reportaje|artículo|vídeo|hablar|sacar|entrevista
merece|merecería|vale ** compartir|difundir|publicar|pena|difusión
para la|el próxima|próximo ** 
he visto|leído|encontrado ** interesar|compartir|difundir|programa
[withdrawn]
borré|borrado|quité|quitado|eliminé|eliminado|retiré|retirado|despubliqué
[again]
volví|vuelto|he-vuelto ?a subir|publicar|subirlo|publicarlo|poner|colgar
de nuevo|otra-vez
[staydown]
no ?lo|la|voy|pienso ?a|voy ** volver|volveré|vuelvo ** poner|publicar|subir|hacer|compartir
se queda ?así|borrado|fuera
[void]
comparto|compartimos|compartir|comparten ?totalmente|plenamente|la|tu|su|vuestra|no|tu ?la|tu|su|el|vuestro|el-punto ?opinión|visión|punto|análisis|entusiasmo|criterio|postura|idea|preocupación|tono|mesa|coche|despacho|piso|mensaje
compartimos|comparto|comparten|compartir ?la|el|un|una mesa|coche|despacho|piso|habitación|oficina|cena|furgoneta|taxi
he|compartí|pasé|compartido ** con mi|el|la|nuestro ?jefe|jefa|departamento|director|abogado|jurídico
tu|su|vuestro correo|mensaje|pregunta ** con|a
no publico|comparto|subo ni
yo que ?nunca no publico
hubiera|habría|hubiese ** compartido|publicado
haberlo|lo tuve|había ** publicado|compartido
[unsure]
no ?me sé|acuerdo|recuerdo ?si|cuál
o no ?era|fue|, 
[thanks]
gracias
vale
ok

[whynot]
por qué no
podríais|podríamos|podrían compartir|mover|difundir|hablar|publicar|sacar|hacer
