/** First names heard in English staffrooms: a capital letter alone does not make "Priya" a school. Lower case. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `aaliyah aaron abdul abigail adam adele adrian ahmed aisha alan alastair alex alexandra alice alicia alison amanda amber amelia amina amir
  amy andrea andrew andy angela anita anjali ann anna anne annette anthony anwar arthur asha asif ava ayesha barbara barry beatrice becky
  ben benjamin bernadette bernie beth bethan bev beverley bilal bob brenda brian bridget bronwen callum cara carl carla carol caroline
  carolyn cath catherine cathy cerys charlie charlotte cheryl chloe chris christine christopher claire clare clive colin connor craig dan
  daniel darren dave david dawn dean deb debbie deborah declan denise dennis derek di diana diane dina dipti dominic donna doreen doug
  dylan ed eddie edward eileen elaine eleanor elizabeth ella ellen ellie elsie emily emma eric erin esther eva eve farah faye fatima fiona
  fliss fran frances francesca frank freya gareth gary gavin gemma geoff george georgia gerry gill gillian glen glenn gloria gordon grace
  graham greg gwen hamid hamza hannah harpreet harriet harry hasan hassan hayley heather heidi helen helena henry hilary holly howard hugh
  huw iain ian ibrahim imran ines ingrid iqbal irene iris isaac isabel isla ismail jack jackie jacqui jade jake james jamie jan jane janet
  janice janine jas jasmine jason jay jayne jean jeanette jeff jen jennifer jenny jeremy jerome jess jessica jill jim jo joan joanna joanne
  joe joel john jon jonathan jordan jose josh joshua joy joyce judith judy julia julian julie june justin karen kate kath katherine kathryn
  kathy katie katy kavita keith kelly ken kerry kev kevin khalid kieran kim kirsty kofi kwame kyle lara laura lauren leah leanne lee leigh
  leila len leon leonie lesley leslie lewis liam libby lily linda lindsay lisa liz lizzie lorna lorraine louis louise lucy luke lydia lyn
  lynn lynne maggie mags malcolm mandy manjit marc marcia marcus margaret maria marian marianne marie marion mark martha martin mary matt
  matthew maureen max maxine meera megan mel melanie melissa mhairi michael michelle mick mike millie miriam moira mohammed molly monica
  morag moses muhammad nadia naomi nasreen natalie natasha neha neil nia niamh nick nicky nicola nicole nigel nikki nina noor nora norma
  olive oliver olivia olu omar owen paddy pam pamela pat patricia patrick paul paula pauline penny pete peter phil philip phoebe pippa
  poppy priti priya rachel raheem raj rajesh ranjit ravi ray raymond rebecca rhian rhys richard rita rob robert robin roger rohan ron
  ronnie rory rosalind rose rosemary rosie ross roy roz russell ruth ryan sadia sally sam samantha samina samir samuel sandra sanjay sara
  sarah sasha saul sean selina seth shabnam shahid sharon shaun shazia sheila shelley shirley shona simon sinead siobhan sonia sophia
  sophie stacey stan stella steph stephanie stephen steve steven stewart stuart sue suki sunita susan suzanne sylvia tamsin tania tanya
  tara tariq ted teresa terry tess thomas tim tina toby tom tommy tony tracey tracy trevor trish uma una usha val valerie vanessa vera
  vicky victor vijay vikram vince viv vivienne wayne wendy will william winston yasmin yusuf yvette yvonne zach zahra zainab zara zoe`.split(
    /\s+/,
  ),
);
