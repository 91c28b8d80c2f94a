"""The label sets, in the order of the model's outputs. They are written to models/tagger.json."""

POS = """NN IN NNP DT JJ , NNS . RB VBD PRP VB CC VBN TO VBZ VBG VBP PRP$ CD `` '' MD : POS WDT RP WRB WP -RRB- -LRB- JJR
NNPS $ RBR JJS EX RBS PDT FW UH # WP$ LS SYM""".split()

DEPRELS = """root punct case nmod nsubj det compound amod dobj advmod mark aux cc conj nmod:poss ccomp xcomp advcl cop dep
acl:relcl nummod acl neg appos auxpass nsubjpass nmod:tmod compound:prt parataxis mwe expl nmod:npmod csubj iobj det:predet
cc:preconj discourse csubjpass""".split()

NAMES = "O PERSON ORGANIZATION LOCATION MISC DATE TIME DURATION SET MONEY PERCENT NUMBER ORDINAL".split()

RE3D = "Person Organisation Location Temporal Nationality".split()

FINE = "person group force state party organisation outlet alliance people nationality place time".split()

MENTIONS = RE3D + FINE
RE3D_TYPES = (0, len(RE3D))
FINE_TYPES = (len(RE3D), len(MENTIONS))

ROLES = "source content cue".split()

RELATIONS = """ally member affiliate backs leads holds rival enemy alias meet unite join leave break pledge aid appoint rename truce praise accuse
threaten sanction agree cooperate concede coerce protest mobilize investigate clash attack seize withdraw kill""".split()

SYMMETRIC = set("ally rival enemy alias meet unite truce agree cooperate clash".split())

MODALITIES = "actual planned proposed demanded attempted refused denied possible conditional".split()

CLAIM_ROLES = "agent patient voice".split()
