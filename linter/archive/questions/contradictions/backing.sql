-- The cells that give the usual number of a contradiction, at a time that may be that of the odd one.
select distinct accused.contradiction, cells.*
from accused
inner join near on accused.time = near.time
inner join cells on near.other = cells.time and accused.usual_number = cells.number
